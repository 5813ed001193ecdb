import { element, setText } from './element';
import type { View } from './keyedList';
import type { AgentPage, Worker } from './overview';

export interface AgentCardActions {
  readonly setOnline: (page: string, online: boolean) => void;
}

const WORDS: Readonly<Record<string, string>> = {
  pending: 'is offered',
  accepted: 'works on',
  wrapping: 'wraps up',
};

const THINGS: Readonly<Record<string, string>> = { voice: 'a call', chat: 'a chat' };

/** e.g. `works on a call, wraps up a chat`. */
const busyWith = ({ reservations }: Worker): string =>
  reservations
    .map(({ channel, status }) => `${WORDS[status] ?? status} ${THINGS[channel] ?? `a task (${channel})`}`)
    .join(', ');

const pageOf = ({ online, isOpen }: AgentPage): string => {
  if (!online) return 'plug pulled';
  return isOpen ? '' : 'no page open';
};

/** Somebody who has a Flex page: how to open it, what they do, whether their computer has a network. */
export function agentCard({ setOnline }: AgentCardActions): View<AgentPage> {
  let shown: AgentPage | undefined;
  const name = element('h3');
  const description = element('p', { class: 'quiet' });
  const activity = element('span', { class: 'activity' });
  const busy = element('span', { class: 'busy' });
  const open = element('a', { class: 'button primary' });
  const network = element('button', { type: 'button', role: 'switch', class: 'switch' }, 'Network');
  network.addEventListener('click', () => {
    if (shown) setOnline(shown.page, !shown.online);
  });
  return {
    root: element(
      'li',
      { class: 'card agent' },
      element('div', { class: 'agent-who' }, name, description),
      element('p', { class: 'agent-state' }, activity, busy),
      element('div', { class: 'agent-actions' }, open, network),
    ),
    show(page) {
      shown = page;
      setText(name, page.label);
      setText(description, page.description);
      setText(activity, page.worker?.activity ?? 'No worker');
      activity.classList.toggle('available', page.worker?.available === true);
      setText(busy, [pageOf(page), page.worker ? busyWith(page.worker) : ''].filter(Boolean).join(' · '));
      setText(open, `Open Flex as ${page.label.split(' ')[0] ?? page.label}`);
      // Each in a tab of its own, and the same one when it is opened again.
      open.href = `${location.protocol}//${page.page}.localhost:${location.port}/`;
      open.target = `flex-${page.page}`;
      network.setAttribute('aria-checked', String(page.online));
      network.setAttribute('aria-label', `Network of ${page.label}`);
    },
  };
}
