import type { Caller, VoiceState } from '../state';

/** Cancels the task of a caller who is gone before anybody took it: reason `hangup` when he hung up. */
export function cancelTaskOf(
  { taskRouter }: VoiceState,
  { workspaceSid, taskSid }: Caller,
  reason: string,
): void {
  if (!taskRouter.workspaces.find(workspaceSid)) return;
  const { tasks } = taskRouter.workspace(workspaceSid);
  const status = tasks.find(taskSid)?.assignmentStatus;
  if (status === 'pending' || status === 'reserved') {
    tasks.update(taskSid, { assignmentStatus: 'canceled', reason });
  }
}
