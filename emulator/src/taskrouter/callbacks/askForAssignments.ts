import type { KernelContext } from '../../kernel/context';
import type { TaskRouterEngine } from '../engine/engine';
import type { ReservationEvent, TaskRouterListener } from '../engine/events';
import { carryOutInstruction } from './carryOutInstruction';
import { ASSIGNMENT_TIMEOUT_MS, type CallbackOptions } from './options';
import { readInstruction } from './readInstruction';
import { toAssignmentForm } from './toAssignmentForm';

/**
 * Posts every new reservation to its workflow's AssignmentCallbackUrl and carries out the answer; when that can't be
 * done, asks the FallbackAssignmentCallbackUrl once. Without an answer the reservation waits for its timeout.
 */
export function askForAssignments(
  context: KernelContext,
  engine: TaskRouterEngine,
  options: CallbackOptions,
): TaskRouterListener {
  const ask = async (event: ReservationEvent, urls: readonly string[]): Promise<void> => {
    const form = toAssignmentForm(event, options);
    for (const url of urls) {
      const outcome = await context.webhooks.send({
        url,
        method: 'POST',
        form,
        kind: 'assignment',
        timeoutMs: ASSIGNMENT_TIMEOUT_MS,
      });
      const answer = readInstruction(outcome);
      if (answer === 'none') return;
      if (answer !== 'invalid' && carryOutInstruction(engine, event, answer)) return;
    }
  };

  return (event) => {
    if (event.type !== 'reservation.created' || event.workflow === null) return;
    const { assignmentCallbackUrl, fallbackAssignmentCallbackUrl } = event.workflow;
    if (assignmentCallbackUrl === null || assignmentCallbackUrl === '') return;
    void ask(event, [
      assignmentCallbackUrl,
      ...(fallbackAssignmentCallbackUrl ? [fallbackAssignmentCallbackUrl] : []),
    ]);
  };
}
