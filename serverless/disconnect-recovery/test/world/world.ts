import type { TaskSid, WorkerSid } from '@patchbay/shared/contracts';
import type { CallEvent } from '../../src/recovery/event';
import { PEOPLE, type Person, type Who } from './people';

/** Where the caller is. `alone` is not a place of its own: a conference without a worker. */
export type Place = 'conference' | 'queue' | 'agent' | 'hung_up' | 'ended';

export interface WorldPing {
  readonly taskSid: TaskSid;
  readonly workerSid: WorkerSid;
  readonly dropId: string;
  readonly number: number;
  readonly until: number;
  state: 'live' | 'accepted' | 'over';
}

export interface WorldLine {
  readonly taskSid: TaskSid;
  readonly target: WorkerSid | undefined;
  readonly dropId: string;
  state: 'waiting' | 'taken' | 'left';
  takenBy: WorkerSid | undefined;
}

export interface WorldWorker extends Person {
  leg: 'none' | 'on' | 'gone';
  reservation: 'none' | 'accepted' | 'wrapping' | 'completed';
  /** How the leg went. */
  exit: 'none' | 'dropped' | 'hung_up' | 'transferred' | 'kicked';
}

/** What conference and TaskRouter are in a story, as small as the rules need it. Times are milliseconds. */
export interface World {
  now: number;
  place: Place;
  thirdParty: boolean;
  /** There has been one. */
  hadThirdParty: boolean;
  readonly workers: readonly [WorldWorker, WorldWorker, WorldWorker];
  transferring: boolean;
  /** Begun so far. */
  transfers: number;
  readonly pings: WorldPing[];
  readonly lines: WorldLine[];
  tasks: number;
  /** Told by Twilio or a page and not delivered yet. */
  readonly mail: CallEvent[];
  drops: number;
}

const worker = (person: Person): WorldWorker => ({
  ...person,
  leg: 'none',
  reservation: 'none',
  exit: 'none',
});

/** Worker 1 has accepted and joined the customer. */
export function newWorld(): World {
  const world: World = {
    now: 1_700_000_000_000,
    place: 'conference',
    thirdParty: false,
    hadThirdParty: false,
    workers: [worker(PEOPLE[0]), worker(PEOPLE[1]), worker(PEOPLE[2])],
    transferring: false,
    transfers: 0,
    pings: [],
    lines: [],
    tasks: 0,
    mail: [],
    drops: 0,
  };
  world.workers[0].leg = 'on';
  world.workers[0].reservation = 'accepted';
  return world;
}

export const isAlone = ({ place, workers }: World): boolean =>
  place === 'conference' && !workers.some(({ leg }) => leg === 'on');

export const livePing = ({ pings }: World): WorldPing | undefined =>
  pings.find(({ state }) => state === 'live');

export const workerOf = (world: World, who: Who): WorldWorker => world.workers[who];
