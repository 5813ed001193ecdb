import type { ReservationSid } from '@patchbay/shared/contracts';
import { workerSid } from '@patchbay/plugin-kit/testing';
import type { AgentTask, FlexPorts } from '../flex/ports';

/** Not Flex: what the plugin needs of it, with tasks that tests set and a record of what was asked of it. */
export interface FakeFlex extends FlexPorts {
  readonly shown: string[];
  /** What was accepted, and how. */
  readonly accepted: (readonly ['ping' | 'call', ReservationSid])[];
  /** The legs whose calls were ended in the page. */
  readonly ghosts: string[];
  refusesAccepts: boolean;
  /** The page is loaded, and its voice device registered. */
  setReady(isReady: boolean): void;
  /** Puts a task there, or in place of the one with its reservation. */
  put(...tasks: readonly AgentTask[]): void;
  remove(sid: ReservationSid): void;
}

/** Alice's Flex, ready for calls. */
export function fakeFlex(phone: 'softphone' | 'telephone' = 'softphone'): FakeFlex {
  const tasks = new Map<ReservationSid, AgentTask>();
  const onTasks = new Set<() => void>();
  const onReady = new Set<() => void>();
  let isReady = true;
  const tell = (listeners: ReadonlySet<() => void>): void => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const listenTo = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const accept = (how: 'ping' | 'call') => (sid: ReservationSid) => {
    flex.accepted.push([how, sid]);
    if (flex.refusesAccepts) return Promise.reject(new Error('Could not accept'));
    const task = tasks.get(sid);
    if (task !== undefined) flex.put({ ...task, status: 'accepted' });
    return Promise.resolve();
  };
  const flex: FakeFlex = {
    agent: { workerSid: workerSid('alice'), name: 'Alice Adams', phone },
    shown: [],
    accepted: [],
    ghosts: [],
    refusesAccepts: false,
    tasks: () => [...tasks.values()],
    task: (sid) => tasks.get(sid),
    onTasks: listenTo(onTasks),
    onReady: listenTo(onReady),
    isReady: () => isReady,
    endGhost: (callSid) => {
      flex.ghosts.push(callSid);
    },
    acceptPing: accept('ping'),
    acceptCall: accept('call'),
    show: (id) => {
      flex.shown.push(id);
    },
    refusal: (message) => new Error(message),
    setReady: (ready) => {
      isReady = ready;
      tell(onReady);
    },
    put: (...changes) => {
      for (const task of changes) tasks.set(task.sid, task);
      tell(onTasks);
    },
    remove: (sid) => {
      tasks.delete(sid);
      tell(onTasks);
    },
  };
  return flex;
}
