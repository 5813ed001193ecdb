import { openReservations } from '../reservations/openReservation';
import { later, type WorkspaceState } from '../state';
import { failTransfer } from '../transfers/failTransfer';
import { chooseWorkers } from './chooseWorkers';
import { findBestFor } from './findBestFor';
import { place } from './place';
import type { Placement } from './placement';
import { compareAcrossLines } from './serviceOrder';
import { isSkipped } from './skip';

/** Returns the way to ask for a routing pass: one runs at the next instant, however often it was asked for. */
export const createRouting = (state: WorkspaceState) => (): void => {
  const { routing } = state;
  if (routing.isScheduled) return;
  routing.isScheduled = true;
  later(state, 0, () => {
    routing.isScheduled = false;
    while (routing.fresh.size > 0 || routing.freed.size > 0) routeOnce(state);
  });
};

/**
 * Tries what is new against the workers, then gives freed workers what waits. Whatever is neither new nor freed
 * was tried before without success, so nobody is idle who could have a waiting task.
 */
function routeOnce(state: WorkspaceState): void {
  const { fresh, freed } = state.routing;
  const entries = [...fresh];
  fresh.clear();
  const compare = compareAcrossLines(state.workspace.prioritizeQueueOrder);
  entries.sort(([a], [b]) => compare(a, b));
  for (const [placement, { isEntry }] of entries) {
    if (placement.isWaiting && !offer(state, placement)) stay(state, placement, isEntry);
  }
  const workers = [...freed];
  freed.clear();
  for (const worker of workers) {
    for (let best = findBestFor(state, worker); best; best = findBestFor(state, worker)) {
      if (!offer(state, best)) break;
    }
  }
}

function offer(state: WorkspaceState, placement: Placement): boolean {
  const workers = chooseWorkers(state, placement);
  if (workers.length === 0) return false;
  openReservations(state, placement, workers);
  return true;
}

/** Nobody is free: a transfer to one worker fails, `skip_if` is asked on entry, all else waits. */
function stay(state: WorkspaceState, placement: Placement, isEntry: boolean): void {
  const { record, route, step, index } = placement;
  if (step.kind === 'worker' && route.transferSid !== null) {
    failTransfer(state, record, `Worker ${step.workerSid} has no available capacity`);
  } else if (isEntry && isSkipped(placement)) {
    place(state, record, { route, from: index + 1, left: placement, isSkip: true });
  }
}
