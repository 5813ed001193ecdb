import type { RecoveryOutcome, RecoveryPhase, WorkerSid } from '@patchbay/shared/contracts';
import type { Call, Seat } from './call';
import type { Drop } from './drop';
import type { Moment } from './event';
import { LEASE_MS } from './rules';

/** The call with its drop changed. */
export const withDrop = (call: Call, drop: Drop): Call => (drop === call.drop ? call : { ...call, drop });

const lease = ({ me, now }: Moment): NonNullable<Drop['work']> => ({ owner: me, until: now + LEASE_MS });

/** A leg is gone and nobody said goodbye: whoever notices it first is at it. */
export function beginDrop(
  call: Call,
  about: { readonly id: string; readonly at: number; readonly callSid?: Seat['callSid'] },
  worker: Pick<Seat, 'workerSid' | 'name' | 'reservationSid' | 'callSid' | 'phone'> | undefined,
  moment: Moment,
): Call {
  const callSid = about.callSid ?? worker?.callSid;
  const drop: Drop = {
    id: about.id,
    workerName: worker?.name ?? '',
    ...(worker && { workerSid: worker.workerSid }),
    ...(worker?.reservationSid !== undefined && { reservationSid: worker.reservationSid }),
    ...(callSid !== undefined && { callSid }),
    ...(worker?.phone !== undefined && { phone: worker.phone }),
    at: about.at,
    phase: 'examining',
    since: moment.now,
    work: lease(moment),
    recheck: false,
    waits: 0,
    others: false,
    arrived: false,
    // The right to ping goes with the right to look: one write for both.
    ping: { state: 'none', askedBy: moment.me, askedAt: moment.now, number: 1, strays: [] },
    enqueue: { state: 'none' },
    toWorker: false,
    setOffline: false,
    done: [],
  };
  return { ...call, drop };
}

/** It was no drop after all. */
export function dismissDrop(call: Call): Call {
  const { drop: _dismissed, ...rest } = call;
  return rest;
}

export const toPhase = (drop: Drop, phase: RecoveryPhase, { now }: Moment): Drop =>
  drop.phase === phase ? drop : { ...drop, phase, since: now };

/** The caller goes to the queue; to the dropped worker when that one has answered. */
export function toQueue(drop: Drop, toWorker: boolean, moment: Moment): Drop {
  return {
    ...toPhase(drop, 'moving', moment),
    toWorker,
    recheck: false,
    work: lease(moment),
    enqueue: { state: 'asked', askedBy: moment.me, askedAt: moment.now },
    enqueuedAt: moment.now,
  };
}

export function endDrop(drop: Drop, outcome: RecoveryOutcome, moment: Moment, receiverSid?: WorkerSid): Drop {
  return {
    ...toPhase(callOffPing(drop, moment), 'ended', moment),
    outcome,
    endedAt: moment.now,
    recheck: false,
    work: undefined,
    ...(receiverSid !== undefined && { receiverSid }),
  };
}

/** A ping that nobody has answered is not wanted any more; that it goes is owed separately. */
export const callOffPing = (drop: Drop, { now }: Moment): Drop =>
  drop.ping.state === 'sent'
    ? { ...drop, ping: { ...drop.ping, state: 'canceled' }, pingEndedAt: now }
    : drop;

/** Nobody is asked back to a call that somebody else is about to have. */
export function suspend(drop: Drop, moment: Moment): Drop {
  if (drop.phase !== 'pinging' && drop.phase !== 'examining') return drop;
  const { work: _done, ...rest } = toPhase(callOffPing(drop, moment), 'suspended', moment);
  // Whoever has only looked has asked nobody.
  const isUnasked = drop.phase === 'examining' && drop.ping.askedBy === moment.me;
  return isUnasked ? { ...rest, ping: { ...rest.ping, askedBy: undefined, askedAt: undefined } } : rest;
}

/** Who left in order, by a transfer, is waited for in silence as well. */
export const handOver = (drop: Drop, moment: Moment): Drop => ({
  ...suspend(drop, moment),
  byTransfer: true,
});

/** Everything that was to be done once may be done by this process now, unless somebody else may already have done it. */
export function takeOver(drop: Drop, moment: Moment): Drop {
  const asker = { askedBy: moment.me, askedAt: moment.now };
  return {
    ...drop,
    work: lease(moment),
    ping: drop.ping.askedBy === undefined ? { ...drop.ping, ...asker } : drop.ping,
    enqueue:
      drop.enqueue.state === 'asked' && drop.enqueue.askedBy === undefined
        ? { ...drop.enqueue, ...asker }
        : drop.enqueue,
  };
}

/** This process could not finish: whoever comes next may begin at once, where nothing can have happened yet. */
export function giveUp(
  drop: Drop,
  { mayHavePinged, mayHaveRedirected }: { mayHavePinged: boolean; mayHaveRedirected: boolean },
  moment: Moment,
): Drop {
  const isPinger = drop.ping.askedBy === moment.me && drop.ping.taskSid === undefined;
  const isMover = drop.enqueue.askedBy === moment.me && drop.enqueue.state === 'asked';
  return {
    ...release(drop, moment),
    ping: isPinger && !mayHavePinged ? { ...drop.ping, askedBy: undefined, askedAt: undefined } : drop.ping,
    enqueue: isMover && !mayHaveRedirected ? { state: 'asked' } : drop.enqueue,
  };
}

/** Nobody is at it any more. */
export const release = (drop: Drop, { me }: Moment): Drop =>
  drop.work?.owner === me ? { ...drop, work: undefined } : drop;
