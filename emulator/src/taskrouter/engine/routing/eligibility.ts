import { attributeLookup, evaluate } from '../../expressions';
import type { WorkerRecord } from '../records';
import type { KnownWorkerName, Lane, Placement } from './placement';

/** The best placement of a lane this worker may have, his capacity and queues aside. */
export function firstFor(lane: Lane, worker: WorkerRecord): Placement | undefined {
  const [head] = lane.placements;
  if (!head || !isNamed(head.known, worker)) return undefined;
  if (lane.isPerTask) return lane.placements.find((placement) => isEligible(placement, worker));
  // One answer for the whole lane: its expression asks about the worker only.
  if (!isOnTarget(head, worker)) return undefined;
  return lane.placements.find((placement) => !isExcluded(placement, worker));
}

/** Whether the target wants this worker, his capacity and queues aside. */
export function isEligible(placement: Placement, worker: WorkerRecord): boolean {
  return !isExcluded(placement, worker) && isNamed(placement.known, worker) && isOnTarget(placement, worker);
}

function isOnTarget({ step, record }: Placement, worker: WorkerRecord): boolean {
  const expression = step.kind === 'queue' ? step.target?.expression : null;
  if (!expression) return true;
  return evaluate(expression, attributeLookup({ task: record.attributes, worker: worker.scope }));
}

function isNamed(known: KnownWorkerName | null, { worker }: WorkerRecord): boolean {
  if (!known) return true;
  if (known.by === 'sid') return known.value === worker.sid;
  return known.value.toLowerCase() === worker.friendlyName.toLowerCase();
}

const isExcluded = ({ route }: Placement, { worker }: WorkerRecord): boolean =>
  route.excludedWorkerSid === worker.sid;
