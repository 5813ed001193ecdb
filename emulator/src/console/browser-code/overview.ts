import { listAt, numberAt, recordAt, textAt, textsAt } from './read';

export interface AgentPage {
  /** First label of its host. */
  readonly page: string;
  readonly label: string;
  readonly description: string;
  readonly worker: Worker | undefined;
  readonly online: boolean;
  /** Whether a tab shows it. */
  readonly isOpen: boolean;
}

export interface Worker {
  readonly sid: string;
  readonly name: string;
  readonly activity: string;
  readonly available: boolean;
  readonly reservations: readonly { readonly channel: string; readonly status: string }[];
}

export interface Named {
  readonly sid: string;
  readonly name: string;
}

export interface PlannedFault {
  readonly id: string;
  readonly type: string;
  readonly status: number | undefined;
  readonly times: number | undefined;
  readonly struck: number;
  readonly match: Readonly<Record<string, unknown>>;
}

export interface Overview {
  readonly nowMs: number;
  readonly isPaused: boolean;
  readonly pages: readonly AgentPage[];
  readonly workflows: readonly Named[];
  readonly faults: readonly PlannedFault[];
  /** Public hosts of the services that run here. */
  readonly services: readonly string[];
  /** Names of workers and queues by SID. */
  readonly names: ReadonlyMap<string, string>;
}

const readNamed = (value: unknown): Named => ({
  sid: textAt(value, 'sid') ?? '',
  name: textAt(value, 'name') ?? '',
});

const readWorker = (value: unknown): Worker => ({
  ...readNamed(value),
  activity: textAt(value, 'activity') ?? '',
  available: recordAt({ value }, 'value')['available'] === true,
  reservations: listAt(value, 'reservations').map((reservation) => ({
    channel: textAt(reservation, 'channel') ?? '',
    status: textAt(reservation, 'status') ?? '',
  })),
});

const readFault = (value: unknown): PlannedFault => ({
  id: textAt(value, 'id') ?? '',
  type: textAt(recordAt(value, 'effect'), 'type') ?? '',
  status: numberAt(recordAt(value, 'effect'), 'status'),
  times: numberAt(value, 'times'),
  struck: numberAt(value, 'struck') ?? 0,
  match: recordAt(value, 'match'),
});

/** Reads `/_emulator/overview` and, for the pages' names, `/_emulator/flex`. */
export function readOverview(answer: unknown, flex: unknown): Overview {
  const workers = listAt(answer, 'workers').map(readWorker);
  const workerSids = new Map(
    listAt(answer, 'identities').map((value) => [textAt(value, 'identity'), textAt(value, 'workerSid')]),
  );
  const networks = new Map(listAt(answer, 'networks').map((value) => [textAt(value, 'page'), value]));
  const pages = Object.entries(recordAt(flex, 'pages')).map(([page, value]): AgentPage => {
    const identity = textAt(value, 'identity') ?? page;
    const network = networks.get(page);
    return {
      page,
      label: textAt(value, 'label') ?? identity,
      description: textAt(value, 'description') ?? '',
      worker: workers.find(({ sid }) => sid === workerSids.get(identity)),
      online: recordAt({ network }, 'network')['online'] !== false,
      isOpen: (numberAt(network, 'sockets') ?? 0) > 0,
    };
  });
  const queues = listAt(answer, 'queues').map(readNamed);
  return {
    nowMs: numberAt(recordAt(answer, 'clock'), 'nowMs') ?? 0,
    isPaused: textAt(recordAt(answer, 'clock'), 'mode') === 'paused',
    pages,
    workflows: listAt(answer, 'workflows').map(readNamed),
    faults: listAt(answer, 'faults').map(readFault),
    services: textsAt(answer, 'services'),
    names: new Map([...workers, ...queues].map(({ sid, name }) => [sid, name])),
  };
}
