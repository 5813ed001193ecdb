import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { whyCanceled } from '../events/whyCanceled';
import type { AttributionPorts } from '../ports';

/** An offer that has been open this long is looked after by whoever asks: the events that should have told may be lost. */
const LOOK_AFTER_MS = 10_000;

/** What TaskRouter knows of an offered attribution task that the record does not. One read, two if it was accepted. */
export async function lookAtTask(
  { taskRouter, clock }: AttributionPorts,
  attempt: Attempt,
): Promise<AttemptEvent | undefined> {
  const { state, since, attributionTaskSid: taskSid } = attempt;
  if (state !== 'offered' || taskSid === undefined || clock.now() < since + LOOK_AFTER_MS) return undefined;
  const task = await taskRouter.fetchTask(taskSid);
  switch (task?.assignmentStatus) {
    case 'pending':
    case 'reserved':
      return undefined;
    case 'assigned':
    case 'wrapping': {
      const [accepted] = await taskRouter.listReservations(taskSid, { status: 'accepted' });
      return (
        accepted && { type: 'accepted', taskSid, workerSid: accepted.workerSid, reservationSid: accepted.sid }
      );
    }
    case 'canceled':
      return { type: 'unanswered', taskSid, because: whyCanceled(task.reason) };
    case 'completed':
    case undefined:
      return { type: 'unanswered', taskSid, because: 'removed' };
  }
}
