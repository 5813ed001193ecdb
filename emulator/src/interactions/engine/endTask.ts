import type { TaskRouterEngine } from '../../taskrouter/engine';
import type { Invite } from './model';

/** What becomes of a channel's tasks: `routing.status` of a channel's update. */
export type TaskEnd = 'wrapup' | 'closed';

/** Ends the task of an invite: one nobody accepted is canceled, one in wrap-up waits for `closed`. */
export function endTask(taskRouter: TaskRouterEngine, { workspaceSid, taskSid }: Invite, end: TaskEnd): void {
  if (!taskRouter.workspaces.find(workspaceSid)) return;
  const { tasks } = taskRouter.workspace(workspaceSid);
  const task = tasks.find(taskSid);
  switch (task?.assignmentStatus) {
    case 'pending':
    case 'reserved':
      tasks.update(taskSid, { assignmentStatus: 'canceled', reason: 'The conversation was closed' });
      return;
    case 'assigned':
      tasks.update(taskSid, { assignmentStatus: end === 'closed' ? 'completed' : 'wrapping' });
      return;
    case 'wrapping':
      if (end === 'closed') tasks.update(taskSid, { assignmentStatus: 'completed' });
      return;
    case 'completed':
    case 'canceled':
    case undefined:
  }
}
