import { checkVersion } from '../change';
import { findOr404 } from '../lookup';
import type { TaskOperations } from '../operations';
import type { WorkspaceState } from '../state';
import { createTask } from '../tasks/createTask';
import { deleteTask } from '../tasks/endTask';
import { updateTask } from '../tasks/updateTask';
import { directory } from './directory';

/** The workspace's tasks; one that ended is found for five more minutes. */
export function createTasks(state: WorkspaceState): TaskOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'Tasks', state.tasks, ({ task }) => task),
    create: (input) => outbox.run(() => createTask(state, input)),
    update: (sid, change) =>
      outbox.run(() => updateTask(state, findOr404(state, state.tasks, 'Tasks', sid), change)),
    delete(sid, ifVersion) {
      outbox.run(() => {
        const record = findOr404(state, state.tasks, 'Tasks', sid);
        checkVersion(record.task, ifVersion);
        deleteTask(state, record, 'task.deleted');
      });
    },
  };
}
