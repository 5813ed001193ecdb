import { changeTask } from '../change';
import { aboutTask, emit, emitWorkflowPassage } from '../emit';
import { existing } from '../lookup';
import type { Task } from '../model';
import type { TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { cancelTask } from '../tasks/endTask';
import { failTransfer } from '../transfers/failTransfer';
import { queueStep } from './plan';
import type { Placement, Route, Step } from './placement';
import { standInLine } from './standInLine';

/** Twilio's reason for a task that no target kept (seen on a live account). */
const WORKFLOW_TIMEOUT = 'Task canceled on Workflow timeout';
/** Not established; worded after the one above. */
const WORKFLOW_SKIPPED = 'Task canceled on Workflow skip';

interface Move {
  readonly route: Route;
  /** First step to consider. */
  readonly from: number;
  /** Where it stood before, if it did. */
  readonly left?: Placement;
  readonly isSkip?: boolean;
}

/** Puts a task in line at the first step, from `from` on, whose deadline is still ahead; ends it if there is none. */
export function place(state: WorkspaceState, record: TaskRecord, move: Move): void {
  const { route, left } = move;
  const index = findStep(state, route, move.from);
  const step = route.steps[index];
  if (left && left.step.id !== step?.id && isOverdue(state, left)) emitQueueTimeout(state, record, left);
  if (!step) {
    leaveRoute(state, record, move);
    return;
  }
  if (left?.step.id !== step.id) enterStep(state, record, step);
  standAt(state, record, { route, index, step, isEntry: true });
}

/** Takes a waiting task's place in line anew, after what decides about it changed (priority, attributes). */
export function placeAgain(state: WorkspaceState, record: TaskRecord): void {
  const { placement } = record;
  if (placement) standAt(state, record, { ...placement, isEntry: false });
}

/** Stands at a step that is already entered. */
export function standAt(
  state: WorkspaceState,
  record: TaskRecord,
  at: { readonly route: Route; readonly index: number; readonly step: Step; readonly isEntry: boolean },
): void {
  standInLine(state, record, at, (left) => {
    place(state, record, { route: left.route, from: left.index + 1, left });
  });
}

/**
 * Index of the first step at or after `from` whose deadline is ahead; beyond the end if there is none. A queue that
 * a newer configuration no longer named may have been deleted since the route was planned: it is passed over.
 */
export function findStep(state: WorkspaceState, { steps, since }: Route, from: number): number {
  const age = state.engine.clock.now() - since;
  const index = steps.findIndex(
    (step, at) => at >= from && (step.deadlineMs === null || age < step.deadlineMs) && exists(state, step),
  );
  return index < 0 ? steps.length : index;
}

const exists = (state: WorkspaceState, step: Step): boolean =>
  step.kind === 'queue' ? state.queues.has(step.queueSid) : state.workers.has(step.workerSid);

/** What entering a step changes about the task; the target's priority sticks once applied. */
export function changeOnEntry(
  step: Step,
  task: Pick<Task, 'taskQueueSid' | 'priority'>,
  now: number,
): Partial<Task> {
  if (step.kind === 'worker') return {};
  const priority = step.target?.priority ?? task.priority;
  return {
    ...(priority === task.priority ? {} : { priority }),
    ...(step.queueSid === task.taskQueueSid
      ? {}
      : { taskQueueSid: step.queueSid, taskQueueEnteredDate: now }),
  };
}

function enterStep(state: WorkspaceState, record: TaskRecord, step: Step): void {
  const { taskQueueSid, priority } = record.task;
  const change = changeOnEntry(step, record.task, state.engine.clock.now());
  if (Object.keys(change).length > 0) changeTask(state, record, change);
  if (step.kind === 'worker') return;
  if (step.isOfWorkflow) emitWorkflowPassage(state, record, 'workflow.target-matched', step);
  if (taskQueueSid === step.queueSid) return;
  const previous = taskQueueSid ? state.queues.get(taskQueueSid) : undefined;
  emit(state, {
    type: previous ? 'task-queue.moved' : 'task-queue.entered',
    ...aboutTask(state, record),
    taskQueue: existing(state.queues, step.queueSid).queue,
    ...(previous ? { previousTaskQueue: previous.queue, previousTaskPriority: priority } : {}),
  });
}

function defaultStep(state: WorkspaceState, { task }: TaskRecord): Step | null {
  const queueSid =
    task.workflowSid && state.workflows.get(task.workflowSid)?.configuration.defaultFilter?.queue;
  return queueSid ? queueStep(queueSid, true) : null;
}

function isOverdue(state: WorkspaceState, { route, step }: Placement): boolean {
  return step.deadlineMs !== null && state.engine.clock.now() - route.since >= step.deadlineMs;
}

function emitQueueTimeout(state: WorkspaceState, record: TaskRecord, { step }: Placement): void {
  const left = step.kind === 'queue' ? state.queues.get(step.queueSid) : undefined;
  if (left) emit(state, { type: 'task-queue.timeout', ...aboutTask(state, record), taskQueue: left.queue });
}

/**
 * A filter that was skipped counts as not matched, so the default filter applies to its task (doc "Worker Presence");
 * to one that timed out it doesn't.
 */
function leaveRoute(state: WorkspaceState, record: TaskRecord, { route, left, isSkip }: Move): void {
  const fallback = isSkip ? defaultStep(state, record) : null;
  if (left && fallback) {
    const steps = [...route.steps, fallback];
    place(state, record, { route: { ...route, steps }, from: route.steps.length, left });
    return;
  }
  if (route.transferSid !== null) {
    failTransfer(state, record, 'No worker took the task before the workflow ended');
    return;
  }
  emitWorkflowPassage(state, record, isSkip ? 'workflow.skipped' : 'workflow.timeout');
  cancelTask(state, record, isSkip ? WORKFLOW_SKIPPED : WORKFLOW_TIMEOUT);
}
