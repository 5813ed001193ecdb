import { settleClaim, type Settlement } from '@patchbay/shared';
import type { AttemptState, TaskSid } from '@patchbay/shared/contracts';
import { isOpen, type Attempt } from './attempt';
import { CREATE_FAILED, obligations, type Command } from './command';
import { known, owns, takeOver } from './creation';
import type { AttemptEvent } from './event';
import { hasLiveClaim, holdsClaim, isItsTransfer } from './replay';

/** Why an event that somebody asked for could not have its way. */
export type Refusal = 'replay_claimed' | 'wrong_state';

/** What an event led to. An unchanged attempt is the very same object. */
export interface Step {
  readonly attempt: Attempt;
  readonly commands: readonly Command[];
  readonly refusal?: Refusal;
}

type EventOf<Type extends AttemptEvent['type']> = Extract<AttemptEvent, { type: Type }>;

/**
 * The rules of an attempt: `(state, event) → (state', commands)`. Pure; every event may come late, twice or out of order,
 * and one that no longer fits changes nothing. Ended is ended.
 */
export function transition(attempt: Attempt, event: AttemptEvent, now: number): Step {
  const current = expire(attempt, now);
  const stray = strayTask(current, event);
  if (stray !== undefined)
    return { attempt: current, commands: [...closeStray(event, stray), ...obligations(current)] };
  return isOpen(current) ? whileOpen(current, event, now) : afterTheEnd(current, event);
}

// A claimed attempt is not ended by time alone: TaskRouter has to say first who has the call.
const expire = (attempt: Attempt, now: number): Attempt =>
  isOpen(attempt) && attempt.state !== 'claimed' && now >= attempt.openUntil
    ? { ...attempt, state: 'expired', since: now }
    : attempt;

function whileOpen(attempt: Attempt, event: AttemptEvent, now: number): Step {
  switch (event.type) {
    case 'task_created':
      return step(adopt(attempt, event, now));
    case 'create_failed':
      return owns(attempt, event.owner)
        ? end(settleCreation(attempt, { kind: 'released' }), 'failed', CREATE_FAILED, now)
        : step(attempt);
    case 'create_unknown':
      return owns(attempt, event.owner)
        ? step(settleCreation(attempt, { kind: 'unknown', unsettledAt: event.unsettledAt }))
        : step(attempt);
    case 'create_taken_over': {
      const taken = takeOver(attempt, event, now);
      return taken === undefined ? refuse(attempt, 'wrong_state') : step(taken);
    }
    case 'declined':
      return attempt.receiver === undefined && !attempt.declined
        ? step({ ...adopt(attempt, event, now), declined: true })
        : step(attempt);
    case 'accepted':
      return accepted(attempt, event, now);
    case 'unanswered':
      return attempt.receiver === undefined ? unanswered(attempt, event, now) : step(attempt);
    case 'claim':
      return claim(attempt, event, now);
    case 'claim_checked':
      return claimChecked(attempt, event, now);
    case 'outcome':
      return outcome(attempt, event, now);
    case 'transfer_completed':
      return isItsTransfer(attempt, event) ? end(attempt, 'transferred', undefined, now) : step(attempt);
    case 'transfer_failed':
      return attempt.state === 'claimed' && isItsTransfer(attempt, event)
        ? end(attempt, 'failed', event.reason, now)
        : step(attempt);
    case 'cancel':
      return attempt.state === 'claimed'
        ? refuse(attempt, 'replay_claimed')
        : end(attempt, 'canceled', undefined, now);
    case 'call_ended':
      return end(attempt, 'call_ended', undefined, now);
    case 'sender_left':
      return senderLeft(attempt, event, now);
    case 'superseded':
      return end(attempt, 'failed', 'superseded', now);
    case 'failed':
      return end(attempt, 'failed', event.reason, now);
    case 'tick':
    case 'settled':
      return step(attempt);
  }
}

function accepted(attempt: Attempt, event: EventOf<'accepted'>, now: number): Step {
  if (attempt.receiver !== undefined) {
    // One accept wins: TaskRouter gives an assigned task to nobody else.
    return attempt.receiver.workerSid === event.workerSid ? step(attempt) : refuse(attempt, 'wrong_state');
  }
  const { workerSid, reservationSid } = event;
  if (workerSid === attempt.transferringWorkerSid) {
    return end(known(attempt, event), 'failed', 'accepted_by_sender', now);
  }
  return to(known(attempt, event), 'accepted', now, { receiver: { workerSid, reservationSid } });
}

function unanswered(attempt: Attempt, event: EventOf<'unanswered'>, now: number): Step {
  const adopted = adopt(attempt, event, now);
  if (event.because === 'no_agent') return end(adopted, 'failed', 'no_agent', now);
  if (event.because === 'removed') return end(adopted, 'failed', 'attribution_task_removed', now);
  return end(adopted, attempt.declined ? 'declined' : 'expired', undefined, now);
}

function claim(attempt: Attempt, event: EventOf<'claim'>, now: number): Step {
  if (attempt.state === 'claimed') {
    return attempt.replay?.claimant === event.claimant ? step(attempt) : refuse(attempt, 'replay_claimed');
  }
  if (attempt.state !== 'accepted') return refuse(attempt, 'wrong_state');
  const { claimant, claimId, leaseUntil } = event;
  return to(attempt, 'claimed', now, { replay: { claimant, claimId, leaseUntil } });
}

function claimChecked(attempt: Attempt, event: EventOf<'claim_checked'>, now: number): Step {
  if (attempt.state !== 'claimed' || hasLiveClaim(attempt, now)) return step(attempt);
  if (event.holder === 'receiver') return end(attempt, 'transferred', undefined, now);
  if (event.holder === 'nobody') return end(attempt, 'call_ended', undefined, now);
  return step(expire({ ...attempt, state: 'accepted', since: now, replay: undefined }, now));
}

function outcome(attempt: Attempt, event: EventOf<'outcome'>, now: number): Step {
  if (!holdsClaim(attempt, event.claimId)) {
    return refuse(attempt, 'wrong_state');
  }
  return event.outcome === 'transferred'
    ? end(attempt, 'transferred', undefined, now)
    : end(attempt, 'failed', event.reason ?? 'transfer_failed', now);
}

// While the replay runs, A's wrap-up is what a completed transfer looks like from A's side.
function senderLeft(attempt: Attempt, event: EventOf<'sender_left'>, now: number): Step {
  if (attempt.state === 'claimed') return step(attempt);
  return end(attempt, event.recovering ? 'interrupted' : 'call_ended', undefined, now);
}

function afterTheEnd(attempt: Attempt, event: AttemptEvent): Step {
  // A task that turns up only now still has to go.
  const late = 'taskSid' in event && attempt.attributionTaskSid === undefined && event.type !== 'unanswered';
  const current = late ? { ...known(attempt, event), settled: false } : attempt;
  switch (event.type) {
    case 'settled':
      return current.settled ? step(current) : step({ ...current, settled: true });
    case 'outcome':
      return current.replay?.claimId === event.claimId ? step(current) : refuse(current, 'wrong_state');
    case 'claim':
    case 'accepted':
    case 'create_taken_over':
      return refuse(current, 'wrong_state');
    default:
      return step(current);
  }
}

/** A task that carries this attempt's id but is not its task: a late duplicate of the create. */
function strayTask(attempt: Attempt, event: AttemptEvent): TaskSid | undefined {
  if (!('taskSid' in event) || attempt.attributionTaskSid === undefined) return undefined;
  return attempt.attributionTaskSid === event.taskSid ? undefined : event.taskSid;
}

const closeStray = (event: AttemptEvent, taskSid: TaskSid): readonly Command[] =>
  event.type === 'unanswered' ? [] : [{ kind: 'close_task', taskSid, reason: 'Duplicate attribution task' }];

/** Any event of the attribution task shows that it exists, even before the create's answer does. */
const adopt = (attempt: Attempt, event: { readonly taskSid: TaskSid }, now: number): Attempt =>
  attempt.state === 'requested' ? { ...known(attempt, event), state: 'offered', since: now } : attempt;

const settleCreation = (attempt: Attempt, settlement: Settlement): Attempt => ({
  ...attempt,
  creation: settleClaim(attempt.creation, settlement),
});

const step = (attempt: Attempt): Step => ({ attempt, commands: obligations(attempt) });
const refuse = (attempt: Attempt, refusal: Refusal): Step => ({ ...step(attempt), refusal });

const to = (attempt: Attempt, state: AttemptState, now: number, change: Partial<Attempt>): Step =>
  step({ ...attempt, ...change, state, since: now });

const end = (attempt: Attempt, state: AttemptState, endReason: string | undefined, now: number): Step =>
  to(attempt, state, now, endReason === undefined ? {} : { endReason });
