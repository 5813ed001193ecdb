import {
  attributionStatusContract,
  cancelAttributionTaskContract,
  claimTransferContract,
  createAttributionTaskContract,
  transferOutcomeContract,
  type NoAgentFallback,
} from '@patchbay/shared/contracts';
import type { Context } from './carryOut';
import type { SendCommand } from './command';
import type { SendEvent } from './event';

type CommandOf<Kind extends SendCommand['kind']> = Extract<SendCommand, { kind: Kind }>;

/** Asks for the attribution of the transfer. */
export async function askToBegin(
  { flex, sid, call, service }: Context,
  { wish, key }: CommandOf<'create'>,
): Promise<SendEvent> {
  const { client, settings } = service();
  const workflowSid = settings.attributionWorkflowSid;
  const answer = await client.call(
    createAttributionTaskContract,
    {
      ...(workflowSid === undefined ? {} : { workflowSid }),
      mode: wish.mode,
      taskAttributes: {
        transfer_task: {
          sid,
          taskSid: call.taskSid,
          attributes: { ...flex.task(sid)?.attributes },
          targetSid: wish.targetSid,
        },
      },
    },
    { idempotencyKey: key },
  );
  if (answer.ok) return { type: 'created' };
  return { type: 'create_failed', code: answer.code, fallback: fallbackIn(answer.details) };
}

/** What the service wants done when no agent exists, as its answer names it. */
const fallbackIn = (details: readonly string[]): NoAgentFallback | undefined =>
  (['plain_transfer', 'refuse'] as const).find((name) => details.includes(`fallback: ${name}`));

/** Asks how A's transfer stands; another agent's is none of A's. */
export async function look({ flex, sid, call, service, withdrawals, now }: Context): Promise<SendEvent> {
  const answer = await service().once.call(attributionStatusContract, { taskSid: call.taskSid });
  // Without a role to see it, it is the transfer of two other agents.
  if (!answer.ok && answer.code !== 'role_missing') return { type: 'look_failed' };
  const seen = answer.ok ? answer.body.attempt : null;
  const attempt = seen?.transferringWorkerSid === flex.workerSid ? seen : null;
  const isWithdrawn = attempt !== null && withdrawals.has(sid, attempt);
  return { type: 'looked', attempt, isWithdrawn, now: now() };
}

/** Gives up. */
export async function askToCancel({ call, service }: Context): Promise<SendEvent> {
  const answer = await service().client.call(cancelAttributionTaskContract, { taskSid: call.taskSid });
  return answer.ok
    ? { type: 'canceled', state: answer.body.state }
    : { type: 'cancel_failed', code: answer.code };
}

/** Asks for the right to carry the transfer out. */
export async function askToClaim({ flex, sid, call, service, pageName }: Context): Promise<SendEvent> {
  const answer = await service().client.call(claimTransferContract, {
    taskSid: call.taskSid,
    reservationSid: sid,
    claimant: await pageName(),
  });
  if (!answer.ok) return { type: 'claim_failed', code: answer.code };
  const { claimId, receivingWorkerSid: receiver, mode } = answer.body;
  const underway = flex.task(sid)?.movingTo === receiver;
  return { type: 'claimed', claim: { claimId, receiver, mode }, underway };
}

/** Reports how it went; the service says what has really become of a failure. */
export async function report(
  { call, service }: Context,
  { claimId, outcome, reason }: CommandOf<'report'>,
): Promise<SendEvent> {
  const answer = await service().client.call(transferOutcomeContract, {
    taskSid: call.taskSid,
    claimId,
    outcome,
    ...(reason === undefined ? {} : { reason: reason.slice(0, MAX_REASON) }),
  });
  return answer.ok
    ? { type: 'reported', claimId, state: answer.body.state }
    : { type: 'report_failed', claimId, code: answer.code };
}

const MAX_REASON = 200;
