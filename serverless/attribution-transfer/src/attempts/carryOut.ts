import { isFinished, type Attributes, type TaskSid } from '@patchbay/shared/contracts';
import { AttributesTooLarge } from '@patchbay/shared';
import type { Attempt } from '../attempt/attempt';
import type { Command } from '../attempt/command';
import type { AttemptEvent } from '../attempt/event';
import { ATTEMPT_ID_ATTRIBUTE } from '../attributionTaskAttributes';
import type { AttributionPorts } from '../ports';

/** Carries one command out. What TaskRouter shows on the way that changes the attempt comes back as an event. */
export async function carryOut(
  ports: AttributionPorts,
  attempt: Attempt,
  command: Command,
): Promise<AttemptEvent | undefined> {
  switch (command.kind) {
    case 'place_marker':
      return placeMarker(ports, attempt);
    case 'clear_marker':
      await ports.taskRouter.updateTaskAttributes(attempt.originalTaskSid, (current, task) =>
        isFinished(task.assignmentStatus) ? undefined : withoutMarker(current, attempt),
      );
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

async function placeMarker(ports: AttributionPorts, attempt: Attempt): Promise<AttemptEvent | undefined> {
  let obstacle: AttemptEvent | undefined;
  try {
    const update = await ports.taskRouter.updateTaskAttributes(attempt.originalTaskSid, (current, task) => {
      obstacle = isFinished(task.assignmentStatus)
        ? { type: 'call_ended' }
        : ports.settings.callChannels.includes(task.taskChannelUniqueName)
          ? undefined
          : { type: 'failed', reason: 'not_a_call' };
      return obstacle === undefined ? withMarker(current, attempt) : undefined;
    });
    return update === undefined ? { type: 'call_ended' } : obstacle;
  } catch (error) {
    if (error instanceof AttributesTooLarge) return { type: 'failed', reason: 'attributes_too_large' };
    throw error;
  }
}

function withMarker(current: Attributes, attempt: Attempt): Attributes | undefined {
  const { id, reservationSid, mode, receiver } = attempt;
  if (receiver === undefined) return undefined;
  const marked = attemptIdOf(current) === id && current['transferTo'] === receiver.workerSid;
  return marked
    ? undefined
    : { ...current, transferTo: receiver.workerSid, transferAttempt: { id, reservationSid, mode } };
}

// Another attempt's marker stays: this one ended before that one began.
function withoutMarker(current: Attributes, attempt: Attempt): Attributes | undefined {
  if (attemptIdOf(current) !== attempt.id) return undefined;
  const { transferTo, transferAttempt, ...rest } = current;
  return rest;
}

function attemptIdOf(attributes: Attributes): unknown {
  const marker = attributes['transferAttempt'];
  return typeof marker === 'object' && marker !== null && 'id' in marker ? marker.id : undefined;
}
