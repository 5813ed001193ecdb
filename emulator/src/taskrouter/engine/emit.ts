import type {
  ReservationEvent,
  TaskEvent,
  TaskRouterEvent,
  TransferEvent,
  WorkflowPassageEvent,
} from './events';
import { existing } from './lookup';
import type { Activity, Task, TaskChannel, TaskQueue, Transfer, Worker, Workflow } from './model';
import type { ReservationRecord, TaskRecord, WorkerRecord } from './records';
import type { QueueStep } from './routing/placement';
import type { WorkspaceState } from './state';

type WithoutHeader<T> = T extends unknown ? Omit<T, 'sid' | 'at' | 'workspace'> : never;

/** Publishes an event with the snapshots as they are now. */
export function emit(state: WorkspaceState, event: WithoutHeader<TaskRouterEvent>): void {
  const { random, clock, outbox } = state.engine;
  outbox.publish({ ...event, sid: random.sid('EV'), at: clock.now(), workspace: state.workspace });
}

/** What every event about a task carries. */
export function aboutTask(
  state: WorkspaceState,
  { task }: TaskRecord,
): { task: Task; taskChannel: TaskChannel; taskQueue: TaskQueue | null; workflow: Workflow | null } {
  return {
    task,
    taskChannel: existing(state.taskChannels, task.taskChannelSid),
    taskQueue: (task.taskQueueSid && state.queues.get(task.taskQueueSid)?.queue) || null,
    workflow: (task.workflowSid && state.workflows.get(task.workflowSid)?.workflow) || null,
  };
}

/** What every event about a worker carries. */
export function aboutWorker(
  state: WorkspaceState,
  { worker }: WorkerRecord,
): { worker: Worker; activity: Activity } {
  return { worker, activity: existing(state.activities, worker.activitySid) };
}

export function emitTask(state: WorkspaceState, record: TaskRecord, type: TaskEvent['type']): void {
  emit(state, { type, ...aboutTask(state, record) });
}

export function emitReservation(
  state: WorkspaceState,
  { reservation, task, worker }: ReservationRecord,
  type: ReservationEvent['type'],
): void {
  const transfer = (reservation.transferSid && task.transfers.get(reservation.transferSid)) || null;
  emit(state, { type, ...aboutTask(state, task), ...aboutWorker(state, worker), reservation, transfer });
}

export function emitTransfer(
  state: WorkspaceState,
  record: TaskRecord,
  transfer: Transfer,
  type: TransferEvent['type'],
): void {
  const { reservation, worker } = existing(record.reservations, transfer.initiatingReservationSid);
  emit(state, { type, ...aboutTask(state, record), transfer, reservation, worker: worker.worker });
}

/** Publishes a task's passage through its workflow; does nothing for a task routed without one. */
export function emitWorkflowPassage(
  state: WorkspaceState,
  record: TaskRecord,
  type: WorkflowPassageEvent['type'],
  step?: QueueStep,
): void {
  const about = aboutTask(state, record);
  if (!about.workflow) return;
  const { filter, target } = step ?? {};
  emit(state, {
    type,
    ...about,
    workflow: about.workflow,
    ...(filter?.friendlyName ? { filterName: filter.friendlyName } : {}),
    ...(filter ? { filterExpression: filter.expressionText } : {}),
    ...(target ? { targetName: target.queue } : {}),
    ...(target?.expressionText ? { targetExpression: target.expressionText } : {}),
  });
}
