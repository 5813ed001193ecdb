import { element } from '../element';
import { milliseconds, timeOf } from '../timeOf';
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

/** A line that opens, by mouse or keyboard, to show everything there is. */
export function showRow(row: Row): HTMLElement {
  const more = element('pre', { class: 'row-full' });
  const details = element(
    'details',
    { class: `row kind-${row.kind}` },
    element(
      'summary',
      {},
      element(
        'time',
        { datetime: new Date(row.at).toISOString() },
        `${timeOf(row.at)}.${milliseconds(row.at)}`,
      ),
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
