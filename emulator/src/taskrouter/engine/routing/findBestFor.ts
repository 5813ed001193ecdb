import type { WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { isFree } from '../workers/freeWorkers';
import { firstFor } from './eligibility';
import type { Lane, Placement } from './placement';
import { compareAcrossLines } from './serviceOrder';

/** What this worker should be offered next of all that waits for him or in his queues. */
export function findBestFor(state: WorkspaceState, worker: WorkerRecord): Placement | undefined {
  const compare = compareAcrossLines(state.workspace.prioritizeQueueOrder);
  let best: Placement | undefined;
  for (const lane of lanesOf(worker)) {
    if (!isFree(state, worker, lane.channelSid)) continue;
    const first = firstFor(lane, worker);
    if (first && (!best || compare(first, best) < 0)) best = first;
  }
  return best;
}

function* lanesOf(worker: WorkerRecord): Generator<Lane> {
  yield* worker.lanes.values();
  for (const queue of worker.queues) yield* queue.lanes.values();
}
