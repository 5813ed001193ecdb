import fc from 'fast-check';
import type { AttemptEvent } from '../../src/attempt/event';
import {
  A_RESERVATION,
  B,
  B_RESERVATION,
  C,
  C_RESERVATION,
  DUPLICATE,
  LEASE_MS,
  START,
  TASK,
} from './sampleAttempt';

const taskSid = fc.constantFrom(TASK, TASK, TASK, DUPLICATE);
const owner = fc.constantFrom('owner-1', 'owner-2');
const report = fc.record({
  to: fc.constantFrom(B, B, C, undefined),
  from: fc.constantFrom(A_RESERVATION, A_RESERVATION, B_RESERVATION, undefined),
  at: fc.constantFrom(undefined, undefined, START, START + 3_600_000),
});
const constant = (event: AttemptEvent) => fc.constant(event);

/** Any event, with few enough distinct values that they meet each other. */
export const arbitraryEvent = (now: number): fc.Arbitrary<AttemptEvent> =>
  fc.oneof(
    taskSid.map((sid): AttemptEvent => ({ type: 'task_created', taskSid: sid })),
    owner.map((name): AttemptEvent => ({ type: 'create_failed', owner: name })),
    owner.map((name): AttemptEvent => ({ type: 'create_unknown', owner: name, unsettledAt: now })),
    owner.map((name): AttemptEvent => ({ type: 'create_taken_over', owner: name, leaseMs: LEASE_MS })),
    taskSid.map((sid): AttemptEvent => ({ type: 'declined', taskSid: sid })),
    fc.tuple(taskSid, fc.boolean()).map(([sid, isB]): AttemptEvent => ({
      type: 'accepted',
      taskSid: sid,
      workerSid: isB ? B : C,
      reservationSid: isB ? B_RESERVATION : C_RESERVATION,
    })),
    fc
      .tuple(taskSid, fc.constantFrom('timed_out', 'no_agent', 'removed'))
      .map(([sid, because]): AttemptEvent => ({ type: 'unanswered', taskSid: sid, because })),
    fc.tuple(fc.constantFrom('tab-1', 'tab-2'), fc.uuid()).map(([claimant, claimId]): AttemptEvent => ({
      type: 'claim',
      claimant,
      claimId,
      leaseUntil: now + 60_000,
    })),
    fc
      .constantFrom('sender', 'receiver', 'nobody')
      .map((holder): AttemptEvent => ({ type: 'claim_checked', holder })),
    report.map((about): AttemptEvent => ({ type: 'transfer_completed', ...about })),
    report.map((about): AttemptEvent => ({ type: 'transfer_failed', reason: 'not_taken', ...about })),
    constant({ type: 'cancel' }),
    constant({ type: 'call_ended' }),
    constant({ type: 'sender_left', recovering: false }),
    constant({ type: 'superseded' }),
    constant({ type: 'tick' }),
    constant({ type: 'settled' }),
  );
