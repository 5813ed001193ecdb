import { attributeLookup } from '../../expressions';
import type { WorkerOrder } from '../../workflow';
import type { QueueRecord, WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { freeOn, isFree } from '../workers/freeWorkers';
import { isEligible } from './eligibility';
import type { Placement } from './placement';

type Compare = (a: WorkerRecord, b: WorkerRecord) => number;

/** The workers a waiting task is offered to now, as many as its queue reserves at a time; none when it has to wait. */
export function chooseWorkers(state: WorkspaceState, placement: Placement): WorkerRecord[] {
  const { home, step } = placement;
  if (!('members' in home)) {
    const takes = step.kind === 'worker' && step.ignoreCapacity;
    return takes || isFree(state, home, placement.record.task.taskChannelSid) ? [home] : [];
  }
  const compare = comparison(state, placement);
  const wanted = home.queue.maxReservedWorkers;
  const candidates = candidatesOf(state, placement, home);
  if (wanted > 1) return [...candidates].sort(compare).slice(0, wanted);
  let best: WorkerRecord | undefined;
  for (const worker of candidates) if (!best || compare(worker, best) < 0) best = worker;
  return best ? [best] : [];
}

function* candidatesOf(
  state: WorkspaceState,
  placement: Placement,
  queue: QueueRecord,
): Generator<WorkerRecord> {
  const { taskChannelSid } = placement.record.task;
  const free = freeOn(state, taskChannelSid);
  const fewer = free.size < queue.members.size ? free : queue.members;
  for (const worker of fewer) {
    if (free.has(worker) && queue.members.has(worker) && isEligible(placement, worker)) yield worker;
  }
}

/** `order_by` first, then round robin: whose last reservation is longest ago, never reserved before all others. */
function comparison(state: WorkspaceState, { record, step }: Placement): Compare {
  const orderBy = step.kind === 'queue' ? (step.target?.orderBy ?? []) : [];
  const { taskChannelSid } = record.task;
  const perChannel = state.taskChannels.get(taskChannelSid)?.channelOptimizedRouting === true;
  const last = (worker: WorkerRecord): number =>
    perChannel ? (worker.channels.get(taskChannelSid)?.lastReserved ?? 0) : worker.lastReserved;
  return (a, b) => {
    for (const order of orderBy) {
      const difference = compareBy(order, a, b);
      if (difference !== 0) return difference;
    }
    return last(a) - last(b) || a.sequence - b.sequence;
  };
}

function compareBy({ path, direction }: WorkerOrder, a: WorkerRecord, b: WorkerRecord): number {
  const difference = compareValues(
    attributeLookup({ worker: a.scope })(path),
    attributeLookup({ worker: b.scope })(path),
  );
  // Workers without the attribute come last in either direction.
  return direction === 'DESC' && Number.isFinite(difference) ? -difference : difference;
}

/** Infinite when one side can't be ordered. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const isOrdered = (value: unknown): boolean => typeof value === 'number' || typeof value === 'string';
  if (isOrdered(a) === isOrdered(b)) return 0;
  return isOrdered(a) ? -Infinity : Infinity;
}
