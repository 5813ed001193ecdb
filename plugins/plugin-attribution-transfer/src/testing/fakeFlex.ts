import type { ReservationSid, TaskQueueSid, WorkerSid } from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts, TransferOptions } from '../flex/ports';
import { workerSid } from './sids';

type Ended = Parameters<Parameters<FlexPorts['onTransferEnded']>[0]>;

/** Not Flex: what the plugin needs of it, with tasks that tests set and a record of what was asked of it. */
export interface FakeFlex extends FlexPorts {
  readonly shown: string[];
  readonly transfers: (readonly [ReservationSid, WorkerSid | TaskQueueSid, TransferOptions])[];
  readonly completed: ReservationSid[];
  readonly rejected: ReservationSid[];
  /** What Flex's next transfers reject with; they go through while it is undefined. */
  refusesTransfers: string | undefined;
  refusesCompletion: boolean;
  callCapacity: number | undefined;
  /** Puts a task there, or in place of the one with its reservation. */
  put(...tasks: readonly AgentTask[]): void;
  remove(sid: ReservationSid): void;
  endTransfer(...ended: Ended): void;
  listeners(): number;
}

/** A Flex with one agent, Alice unless somebody else is named. */
export function fakeFlex(name = 'alice'): FakeFlex {
  const tasks = new Map<ReservationSid, AgentTask>();
  const onTasks = new Set<() => void>();
  const onEnded = new Set<(...ended: Ended) => void>();
  const changed = (): void => {
    onTasks.forEach((tell) => {
      tell();
    });
  };
  const flex: FakeFlex = {
    workerSid: workerSid(name),
    shown: [],
    transfers: [],
    completed: [],
    rejected: [],
    refusesTransfers: undefined,
    refusesCompletion: false,
    callCapacity: 1,
    tasks: () => [...tasks.values()],
    task: (sid) => tasks.get(sid),
    onTasks: (listener) => {
      onTasks.add(listener);
      return () => onTasks.delete(listener);
    },
    onTransferEnded: (listener) => {
      onEnded.add(listener);
      return () => onEnded.delete(listener);
    },
    transfer: (...transfer) => {
      flex.transfers.push(transfer);
      return flex.refusesTransfers === undefined
        ? Promise.resolve()
        : Promise.reject(new Error(flex.refusesTransfers));
    },
    complete: (sid) => {
      if (flex.refusesCompletion) return Promise.reject(new Error('Could not complete reservation'));
      flex.completed.push(sid);
      flex.remove(sid);
      return Promise.resolve();
    },
    reject: (sid) => {
      flex.rejected.push(sid);
      return Promise.resolve();
    },
    capacity: () => flex.callCapacity,
    show: (id) => {
      flex.shown.push(id);
    },
    refusal: (message) => new Error(message),
    put: (...changes) => {
      for (const task of changes) tasks.set(task.sid, task);
      changed();
    },
    remove: (sid) => {
      tasks.delete(sid);
      changed();
    },
    endTransfer: (...ended) => {
      onEnded.forEach((tell) => {
        tell(...ended);
      });
    },
    listeners: () => onTasks.size + onEnded.size,
  };
  return flex;
}
