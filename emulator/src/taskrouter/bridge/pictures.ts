import type { Reservation, Task } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import type { ReservationPicture } from './shapes/showReservation';
import type { TaskPicture } from './shapes/showTask';

/** A task as it is now, with the names of its queue and workflow. */
export function pictureTask(workspace: WorkspaceEngine, task: Task, at: number): TaskPicture {
  return {
    task,
    taskQueue: task.taskQueueSid === null ? null : (workspace.taskQueues.find(task.taskQueueSid) ?? null),
    workflow: task.workflowSid === null ? null : (workspace.workflows.find(task.workflowSid) ?? null),
    at,
  };
}

/** A reservation as it is now, with its task and transfers. Throws 404/20404 when the task is gone. */
export function pictureReservation(
  workspace: WorkspaceEngine,
  reservation: Reservation,
  at: number,
): ReservationPicture {
  const { transferSid, taskSid, sid } = reservation;
  return {
    ...pictureTask(workspace, workspace.tasks.get(taskSid), at),
    reservation,
    transfer: transferSid === null ? null : (workspace.transfers.find(transferSid) ?? null),
    outgoing: workspace.transfers
      .ofTask(taskSid)
      .find((transfer) => transfer.initiatingReservationSid === sid && transfer.status === 'initiated'),
  };
}
