import { given } from '../../../kernel/given';
import { invalid } from '../../../kernel/twilioError';
import { emit } from '../emit';
import { nonEmpty } from '../limits';
import { findOr404 } from '../lookup';
import type { TaskChannel } from '../model';
import type { TaskChannelInput, TaskChannelOperations } from '../operations';
import type { WorkspaceState } from '../state';
import { addChannel } from '../workers/addChannel';
import { refreshMemberships } from '../workers/membership';
import { directory } from './directory';
import { stamp } from './stamp';

/** The workspace's task channels. */
export function createTaskChannels(state: WorkspaceState): TaskChannelOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'TaskChannels', state.taskChannels, (taskChannel) => taskChannel),
    resolve: (sidOrUniqueName) => resolveChannel(state, sidOrUniqueName),
    create: (input) => outbox.run(() => addTaskChannel(state, input)),
    update: (sid, change) =>
      outbox.run(() => {
        const old = findOr404(state, state.taskChannels, 'TaskChannels', sid);
        if (change.friendlyName !== undefined) nonEmpty('FriendlyName', change.friendlyName);
        const taskChannel: TaskChannel = { ...old, ...given(change), dateUpdated: state.engine.clock.now() };
        state.taskChannels.set(sid, taskChannel);
        emit(state, { type: 'task-channel.updated', taskChannel });
        return taskChannel;
      }),
    delete(sid) {
      outbox.run(() => {
        removeTaskChannel(state, findOr404(state, state.taskChannels, 'TaskChannels', sid));
      });
    },
  };
}

/** Creates a task channel and gives every worker one of his own on it. */
export function addTaskChannel(state: WorkspaceState, input: TaskChannelInput): TaskChannel {
  const { friendlyName, uniqueName, channelOptimizedRouting = false } = input;
  nonEmpty('FriendlyName', friendlyName);
  checkUniqueName(uniqueName);
  if (resolveChannel(state, uniqueName)) throw invalid(`TaskChannel ${uniqueName} already exists`);
  const taskChannel = { ...stamp(state, 'TC'), friendlyName, uniqueName, channelOptimizedRouting };
  state.taskChannels.set(taskChannel.sid, taskChannel);
  for (const worker of state.workers.values()) {
    addChannel(state, worker, taskChannel);
    refreshMemberships(state, worker);
  }
  emit(state, { type: 'task-channel.created', taskChannel });
  return taskChannel;
}

/** A unique name must be a key of expressions, where it stands in `worker.channel.<unique name>` (doc "Multitasking"). */
function checkUniqueName(uniqueName: string): void {
  if (/^[A-Za-z_$][\w$]*$/u.test(uniqueName)) return;
  throw invalid(
    `Invalid value for UniqueName: '${uniqueName}' may have letters, digits, _ and $ only, and no digit first`,
  );
}

/** Finds a task channel by SID or unique name. */
export function resolveChannel(state: WorkspaceState, sidOrUniqueName: string): TaskChannel | undefined {
  const bySid = state.taskChannels.get(sidOrUniqueName);
  if (bySid) return bySid;
  for (const taskChannel of state.taskChannels.values()) {
    if (taskChannel.uniqueName === sidOrUniqueName) return taskChannel;
  }
  return undefined;
}

function removeTaskChannel(state: WorkspaceState, taskChannel: TaskChannel): void {
  const { sid, uniqueName } = taskChannel;
  if (uniqueName === 'default') throw invalid('Cannot delete the default task channel');
  if ([...state.tasks.values()].some(({ task }) => task.taskChannelSid === sid)) {
    throw invalid(`Cannot delete task channel ${sid} because it has tasks`);
  }
  for (const worker of state.workers.values()) worker.channels.delete(sid);
  state.free.delete(sid);
  state.taskChannels.delete(sid);
  emit(state, { type: 'task-channel.deleted', taskChannel });
}
