import { attributeLookup } from '../../expressions';
import { existing } from '../lookup';
import type { TaskRecord } from '../records';
import { later, type WorkspaceState } from '../state';
import { enterLine } from './lanes';
import type { KnownWorkerName, Placement, Route, Step } from './placement';
import { withdraw } from './withdraw';

/** Puts a task in line at one step of its route and has the next routing pass try it. */
export function standInLine(
  state: WorkspaceState,
  record: TaskRecord,
  place: { readonly route: Route; readonly index: number; readonly step: Step; readonly isEntry: boolean },
  onDeadline: (placement: Placement) => void,
): void {
  withdraw(record);
  const { route, index, step, isEntry } = place;
  const queue = step.kind === 'queue' ? existing(state.queues, step.queueSid) : null;
  const placement: Placement = {
    record,
    route,
    index,
    step,
    home: queue ?? existing(state.workers, step.id),
    order: queue?.queue.taskOrder ?? 'FIFO',
    known: knownWorker(record, step),
    priority: record.task.priority,
    startTime: record.task.virtualStartTime,
    cancelDeadline: () => undefined,
    isWaiting: false,
  };
  if (step.deadlineMs !== null) {
    const delayMs = route.since + step.deadlineMs - state.engine.clock.now();
    placement.cancelDeadline = later(state, delayMs, () => {
      onDeadline(placement);
    });
  }
  record.placement = placement;
  enterLine(placement);
  state.routing.fresh.set(placement, { isEntry });
  state.requestRouting();
}

/** A reference that names nobody still binds the target: the task waits (doc "Known Agent Routing"). */
function knownWorker(record: TaskRecord, step: Step): KnownWorkerName | null {
  const reference = step.kind === 'queue' ? step.target?.knownWorker : null;
  if (!reference) return null;
  const value = attributeLookup({ task: record.attributes })(reference.path);
  return { by: reference.by, value: typeof value === 'string' ? value : '' };
}
