import { isFinished, type Attributes, type TaskSid } from '@patchbay/shared/contracts';
import { AttributesTooLarge, type TaskSnapshot } from '@patchbay/shared';
import type { Attempt } from '../attempt/attempt';
import type { Command } from '../attempt/command';
import type { AttemptEvent } from '../attempt/event';
import { ATTEMPT_ID_ATTRIBUTE } from '../attributionTaskAttributes';
import type { AttributionPorts } from '../ports';
import { hasEnded, withMarker, withoutMarker } from './marker';

/** The record this came from is not the latest any more: another process has ended the attempt. */
export const STALE = 'stale';

/** Carries one command out. What TaskRouter shows on the way that changes the attempt comes back as an event. */
export async function carryOut(
  ports: AttributionPorts,
  attempt: Attempt,
  command: Command,
): Promise<AttemptEvent | typeof STALE | undefined> {
  switch (command.kind) {
    case 'place_marker':
      return placeMarker(ports, attempt);
    case 'clear_marker':
      await clearMarker(ports, attempt);
      return undefined;
    case 'close_task':
      await close(ports, command.taskSid, command.reason);
      return undefined;
    case 'close_lost_task':
      for (const task of await ports.taskRouter.findTasksByAttribute(ATTEMPT_ID_ATTRIBUTE, attempt.id)) {
        await close(ports, task.sid, command.reason);
      }
      return undefined;
  }
}

const close = async (ports: AttributionPorts, taskSid: TaskSid, reason: string): Promise<void> => {
  const end = await ports.taskRouter.closeTask(taskSid, reason);
  ports.log.info('attribution_task_closed', { attributionTaskSid: taskSid, end });
};

async function placeMarker(
  ports: AttributionPorts,
  attempt: Attempt,
): Promise<AttemptEvent | typeof STALE | undefined> {
  let obstacle: AttemptEvent | typeof STALE | undefined;
  try {
    const update = await ports.taskRouter.updateTaskAttributes(attempt.originalTaskSid, (current, task) => {
      obstacle = obstacleTo(ports, attempt, current, task);
      return obstacle === undefined ? withMarker(current, attempt) : undefined;
    });
    return update === undefined ? { type: 'call_ended' } : obstacle;
  } catch (error) {
    if (error instanceof AttributesTooLarge) return { type: 'failed', reason: 'attributes_too_large' };
    throw error;
  }
}

function obstacleTo(
  { settings }: AttributionPorts,
  attempt: Attempt,
  current: Attributes,
  { assignmentStatus, taskChannelUniqueName }: TaskSnapshot,
): AttemptEvent | typeof STALE | undefined {
  if (isFinished(assignmentStatus)) return { type: 'call_ended' };
  if (!settings.callChannels.includes(taskChannelUniqueName)) return { type: 'failed', reason: 'not_a_call' };
  return hasEnded(current, attempt) ? STALE : undefined;
}

async function clearMarker({ taskRouter }: AttributionPorts, attempt: Attempt): Promise<void> {
  const clear = (keepEnd: boolean) =>
    taskRouter.updateTaskAttributes(attempt.originalTaskSid, (current, { assignmentStatus }) =>
      isFinished(assignmentStatus) ? undefined : withoutMarker(current, attempt, keepEnd),
    );
  try {
    await clear(true);
  } catch (error) {
    // No room for the note of the end; the mark at least goes.
    if (!(error instanceof AttributesTooLarge)) throw error;
    await clear(false);
  }
}
