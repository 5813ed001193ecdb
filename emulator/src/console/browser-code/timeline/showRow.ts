import { element } from '../element';
import type { Kind, Row } from './row';

/** What a kind is called on its line. */
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  task: 'Task',
  reservation: 'Reservation',
  transfer: 'Transfer',
  worker: 'Worker',
  function: 'Function',
  webhook: 'Webhook',
  request: 'Request',
  fault: 'Fault',
  setup: 'Setup',
};

/** What a kind is called on its filter. */
export const KIND_PLURALS: Readonly<Record<Kind, string>> = {
  task: 'Tasks',
  reservation: 'Reservations',
  transfer: 'Transfers',
  worker: 'Workers',
  function: 'Functions',
  webhook: 'Webhooks',
  request: 'Requests',
  fault: 'Faults',
  setup: 'Setup',
};

/** Hours to milliseconds, in the local time of whoever looks. */
export const timeOf = (at: number): string => {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
};

/** A line that opens, by mouse or keyboard, to show everything there is. */
export function showRow(row: Row): HTMLElement {
  const more = element('pre', { class: 'row-full' });
  const details = element(
    'details',
    { class: `row kind-${row.kind}` },
    element(
      'summary',
      {},
      element('time', { datetime: new Date(row.at).toISOString() }, timeOf(row.at)),
      element('span', { class: 'row-kind' }, KIND_NAMES[row.kind]),
      element('span', { class: 'row-text' }, row.text),
      element('span', { class: 'row-detail' }, row.detail),
    ),
    more,
  );
  details.addEventListener('toggle', () => {
    more.textContent = details.open ? JSON.stringify(row.full, undefined, 2) : '';
  });
  return element('li', {}, details);
}
