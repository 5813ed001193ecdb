import { AttributesTooLarge } from '@patchbay/shared';
import { isFinished, type Attributes, type TaskSid } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { Reach } from './reach';

/** Notes on the interrupted task when it was, and how it goes on; for reports, and for the agent's page. */
export const markDrop = (reach: Reach, { taskSid }: Call, drop: Drop): Promise<void> =>
  mark(reach, taskSid, (current) => ({
    disconnectedTime: new Date(drop.at).toISOString(),
    conversations: { ...conversationsIn(current), followed_by: 'Reconnect Agent' },
  }));

/** Notes on the interrupted task whether the agent answered. */
export const markEnd = (reach: Reach, { taskSid }: Call, { ping }: Drop): Promise<void> =>
  mark(reach, taskSid, () =>
    ping.state === 'accepted' ? { wasPingSuccessful: true } : { recoveryAttemptFailed: true },
  );

/** The reconnect task is an ordinary one once somebody has it: a transfer of it must not be answered by itself. */
export async function clearFlags({ taskRouter }: Reach, { reconnectTaskSid }: Drop): Promise<void> {
  if (reconnectTaskSid !== undefined) {
    await taskRouter.updateTaskAttributes(reconnectTaskSid, withoutFlags);
  }
}

const withoutFlags = (current: Attributes): Attributes | undefined => {
  if (!('isReconnect' in current) && !('targetWorkerSid' in current)) return undefined;
  const { isReconnect: _done, targetWorkerSid: _reached, ...rest } = current;
  return rest;
};

async function mark(
  { taskRouter, log }: Reach,
  taskSid: TaskSid,
  marksOn: (current: Attributes) => Attributes,
): Promise<void> {
  try {
    await taskRouter.updateTaskAttributes(taskSid, (current, { assignmentStatus }) => {
      if (isFinished(assignmentStatus)) return undefined;
      const marks = marksOn(current);
      return isThere(current, marks) ? undefined : { ...current, ...marks };
    });
  } catch (error) {
    // No room for a note: the caller matters more.
    if (!(error instanceof AttributesTooLarge)) throw error;
    log.warn('task_not_marked');
  }
}

const isThere = (current: Attributes, marks: Attributes): boolean =>
  Object.entries(marks).every(([name, value]) => JSON.stringify(current[name]) === JSON.stringify(value));

const conversationsIn = ({ conversations }: Attributes): object =>
  typeof conversations === 'object' && conversations !== null ? conversations : {};
