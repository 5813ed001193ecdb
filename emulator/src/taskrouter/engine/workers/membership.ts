import { attributeLookup, evaluate, type Lookup } from '../../expressions';
import type { QueueRecord, WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { considerWorker } from './freeWorkers';

/** Brings up to date which queues the worker belongs to, after his attributes changed. */
export function refreshMemberships(state: WorkspaceState, worker: WorkerRecord): void {
  for (const queue of state.queues.values()) join(queue, worker);
  considerWorker(state, worker);
}

/** Brings up to date which workers belong to the queue; whoever waits there has to be tried anew. */
export function refreshMembers(state: WorkspaceState, queue: QueueRecord): void {
  for (const worker of state.workers.values()) {
    join(queue, worker);
  }
}

/** Takes a deleted worker out of everything. */
export function leaveQueues(worker: WorkerRecord): void {
  for (const queue of worker.queues) queue.members.delete(worker);
  worker.queues.clear();
}

/** Brings up to date the queues that ask for capacity, after the worker's changed; true if he joined one. */
export function refreshCapacityMemberships(state: WorkspaceState, worker: WorkerRecord): boolean {
  let hasJoined = false;
  for (const queue of state.queues.values()) {
    if (!queue.asksForCapacity) continue;
    const wasMember = queue.members.has(worker);
    join(queue, worker);
    hasJoined ||= !wasMember && queue.members.has(worker);
  }
  return hasJoined;
}

function join(queue: QueueRecord, worker: WorkerRecord): void {
  if (queue.target && evaluate(queue.target, queueLookup(queue, worker))) {
    queue.members.add(worker);
    worker.queues.add(queue);
    return;
  }
  queue.members.delete(worker);
  worker.queues.delete(queue);
}

/** A queue's expression names attributes bare; only the worker's channels stand behind `worker.`. */
function queueLookup({ asksForCapacity }: QueueRecord, { attributes, scope }: WorkerRecord): Lookup {
  return attributeLookup(asksForCapacity ? { ...attributes, worker: scope } : attributes);
}
