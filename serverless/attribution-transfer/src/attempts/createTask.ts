import { fail, graceLeft, UpstreamError, type Failure } from '@patchbay/shared';
import { isFinished, type Attributes, type TaskSid } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';
import { CREATE_GRACE_MS } from '../attempt/creation';
import { ATTEMPT_ID_ATTRIBUTE } from '../attributionTaskAttributes';
import type { AttributionPorts } from '../ports';

/** What became of the create: the task (which no agent may ever take), nothing for certain, or nobody knows yet. */
export type Creation =
  | { readonly kind: 'created'; readonly taskSid: TaskSid; readonly dead: boolean }
  | { readonly kind: 'not_created'; readonly error: unknown }
  | { readonly kind: 'unknown'; readonly unsettledAt: number; readonly failure: Failure };

/** Creates the attribution task, at most once for an attempt: after a lost answer it reads before it decides. */
export async function createTask(
  ports: AttributionPorts,
  attempt: Attempt,
  attributes: Attributes,
  takenOver: boolean,
): Promise<Creation> {
  const { settings, taskRouter, clock } = ports;
  if (takenOver) {
    // A look that fails gives the claim back, so that the next request can look at once instead of after the lease.
    const earlier = await findTask(ports, attempt).catch((error: unknown): Creation => ({
      kind: 'not_created',
      error,
    }));
    if (earlier !== undefined) return earlier;
    const waitMs = graceLeft(attempt.creation, CREATE_GRACE_MS, clock.now());
    if (waitMs > 0) return unknown(attempt.creation.unsettledAt ?? clock.now(), waitMs);
  }
  try {
    const task = await taskRouter.createTask({
      workflowSid: settings.workflowSid,
      taskChannel: settings.taskChannel,
      attributes,
      timeoutSeconds: settings.taskTimeoutSeconds,
    });
    return { kind: 'created', taskSid: task.sid, dead: isFinished(task.assignmentStatus) };
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.outcome !== 'ambiguous')
      return { kind: 'not_created', error };
    return (await findTask(ports, attempt).catch(() => undefined)) ?? unknown(clock.now(), CREATE_GRACE_MS);
  }
}

/** Presence proves; absence does not, because TaskRouter's lists lag behind. */
async function findTask({ taskRouter }: AttributionPorts, attempt: Attempt): Promise<Creation | undefined> {
  const [task] = await taskRouter.findTasksByAttribute(ATTEMPT_ID_ATTRIBUTE, attempt.id);
  return task && { kind: 'created', taskSid: task.sid, dead: isFinished(task.assignmentStatus) };
}

const unknown = (unsettledAt: number, waitMs: number): Creation => ({
  kind: 'unknown',
  unsettledAt,
  failure: fail('twilio_unavailable', 'Twilio did not say whether the task was created. Ask again shortly.', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  }),
});
