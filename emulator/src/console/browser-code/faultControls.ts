import { element, find, setOptions, setText } from './element';
import { keyedList, type View } from './keyedList';
import type { Overview, PlannedFault } from './overview';
import { shortHost } from './shortHost';

export interface FaultActions {
  readonly add: (rule: object) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** First labels of Twilio's hosts, as the fault plan knows them. */
const HOSTS: readonly (readonly [host: string, label: string])[] = [
  ['taskrouter', 'TaskRouter'],
  ['event-bridge', "TaskRouter, from agents' pages"],
  ['sync', 'Sync'],
  ['api', 'Voice'],
  ['conversations', 'Conversations'],
];

const BREAKS: Readonly<Record<string, { label: string; effect: object }>> = {
  lost: { label: 'Lose the answer', effect: { type: 'lost-response' } },
  refuse: { label: 'Refuse the connection', effect: { type: 'refuse' } },
  throttle: { label: 'Answer 429', effect: { type: 'status', status: 429, code: 20429, retryAfter: 1 } },
  down: { label: 'Answer 503', effect: { type: 'status', status: 503 } },
  slow: { label: 'Be 5 seconds late', effect: { type: 'latency', ms: 5_000 } },
};

const THROTTLED = ['taskrouter', 'sync'];

/** What a switch adds, not a rule of somebody's own that throttles a single route. */
const isThrottle = ({ match, status, times }: PlannedFault, host: string): boolean =>
  match['host'] === host && Object.keys(match).length === 1 && status === 429 && times === undefined;

const isUsedUp = ({ times, struck }: PlannedFault): boolean => times !== undefined && struck >= times;

const describe = ({ match, type, status, times, struck }: PlannedFault): string => {
  const what = status === undefined ? type : `${type} ${status}`;
  const where = Object.values(match).join(' ') || 'everything';
  return `${what} at ${where}, struck ${struck}${times === undefined ? ' times' : ` of ${times}`}`;
};

/** What can be made to go wrong, and what is going to. */
export function createFaultControls(actions: FaultActions): View<Overview> {
  const root = find('#faults', HTMLElement);
  const host = find('#break-host', HTMLSelectElement);
  const effect = find('#break-effect', HTMLSelectElement);
  const plan = keyedList<PlannedFault>(
    find('#fault-plan', HTMLElement),
    ({ id }) => id,
    () => planned(actions),
  );
  setOptions(
    effect,
    Object.entries(BREAKS).map(([key, { label }]) => [key, label]),
  );

  find('#break-form', HTMLFormElement).addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const chosen = BREAKS[effect.value];
    // What changes something, not the reads around it: that is where a lost answer hurts.
    if (chosen) actions.add({ match: { host: host.value, method: 'POST' }, times: 1, effect: chosen.effect });
  });
  find('#fault-clear', HTMLButtonElement).addEventListener('click', () => {
    actions.clear();
  });
  let current: readonly PlannedFault[] = [];
  const switches = THROTTLED.map((name) => {
    const button = find(`#throttle-${name}`, HTMLButtonElement);
    button.addEventListener('click', () => {
      const active = current.filter((fault) => isThrottle(fault, name));
      for (const { id } of active) actions.remove(id);
      if (active.length === 0) actions.add({ match: { host: name }, effect: BREAKS['throttle']?.effect });
    });
    return { name, button };
  });

  return {
    root,
    show({ faults, services }) {
      current = faults;
      setOptions(host, [...HOSTS, ...services.map((service) => [service, shortHost(service)] as const)]);
      for (const { name, button } of switches) {
        button.setAttribute('aria-checked', String(faults.some((fault) => isThrottle(fault, name))));
      }
      plan(faults.filter((fault) => !isUsedUp(fault)));
    },
  };
}

/** One rule of the plan, whoever made it. */
function planned(actions: FaultActions): View<PlannedFault> {
  let id = '';
  const text = element('span');
  const remove = element('button', { type: 'button', class: 'link' }, 'Remove');
  remove.addEventListener('click', () => {
    actions.remove(id);
  });
  return {
    root: element('li', {}, text, remove),
    show(fault) {
      id = fault.id;
      setText(text, describe(fault));
      remove.setAttribute('aria-label', `Remove: ${describe(fault)}`);
    },
  };
}
