import { isFinished } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import type { AttributionPorts } from '../ports';
import { whoHasTheCall } from './whoHasTheCall';

/**
 * What really became of a transfer that is said to have failed; undefined while it is still under way. A page can be told
 * of a failure after B has taken the call, and when the caller hangs up TaskRouter says first that the transfer is
 * canceled. One read, two when neither A nor B has the call.
 */
export async function checkFailure(
  ports: AttributionPorts,
  attempt: Attempt,
  failure: AttemptEvent,
): Promise<AttemptEvent | undefined> {
  switch (await whoHasTheCall(ports, attempt)) {
    case 'receiver':
      return { type: 'transfer_completed', to: attempt.receiver?.workerSid, from: undefined, at: undefined };
    case 'offered_to_receiver':
      return undefined;
    case 'sender':
      return failure;
    case 'neither':
      return (await isOver(ports, attempt)) ? { type: 'call_ended' } : failure;
  }
}

/** A COLD transfer that B declines goes on to others; then the call is not over, only this transfer. */
async function isOver({ taskRouter }: AttributionPorts, { originalTaskSid }: Attempt): Promise<boolean> {
  const task = await taskRouter.fetchTask(originalTaskSid);
  return task === undefined || task.assignmentStatus === 'wrapping' || isFinished(task.assignmentStatus);
}
