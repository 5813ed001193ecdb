import type { CallSid } from '@patchbay/shared/contracts';
import { isAtRisk, type Call } from './call';
import { isInFlight, type Done, type Drop } from './drop';
import type { Moment } from './event';
import { seatOfWorker } from './roster';
import { ANNOUNCEMENT_MS, ARRIVAL_MS, FAREWELL_MS, LINE_MS, PING_GRACE_MS } from './rules';

/** What has to be done in Twilio, or looked at there. */
export type Duty =
  /** Take the worker's power to end the conference away again, and make sure that it is gone. */
  | { readonly kind: 'undo_exit_flag'; readonly callSid: CallSid }
  /** Have the scheduler try again what could not be undone. */
  | { readonly kind: 'watch_flags' }
  /** Count a call that could not be saved. */
  | { readonly kind: 'count_unsaved' }
  /** End a conference in which only the customer is left after a hang-up in order. */
  | { readonly kind: 'end_if_alone' }
  /** See who is on the call, and who is about to be. Once at a time. */
  | { readonly kind: 'look' }
  /** Take everybody off hold and say that the connection was interrupted. */
  | { readonly kind: 'announce' }
  /** Create the ping. Once. */
  | { readonly kind: 'send_ping' }
  /** Search for a ping whose sender did not live to say so, or see what became of one that is overdue. */
  | { readonly kind: 'check_ping' }
  /** Send the customer's call to the queue. Once. */
  | { readonly kind: 'redirect' }
  /** See whether a redirect took effect whose sender did not live to say so. */
  | { readonly kind: 'check_redirect' }
  /** Search for the reconnect task, or see what became of it. */
  | { readonly kind: 'find_line' }
  | { readonly kind: 'check_line' }
  | { readonly kind: Done };

/** Duties that must not be done by two at a time: the right to them is written first. */
const ONCE: ReadonlySet<Duty['kind']> = new Set(['look', 'send_ping', 'redirect']);

export const isDoneOnce = ({ kind }: Duty): boolean => ONCE.has(kind);

/**
 * What a call owes now, most urgent first. Derived from the record, not from the step that led there: whatever a crash
 * swallowed is owed again when the call is touched again. Empty while somebody else is at it.
 */
export function duties(call: Call, moment: Moment): readonly Duty[] {
  const owed: Duty[] = [];
  if (!call.over) {
    // Until somebody has said which leg is the customer's, it might be that one.
    if (moment.rules.enabled && call.customerCallSid !== undefined) {
      owed.push(...call.exitFlags.map((callSid) => ({ kind: 'undo_exit_flag' as const, callSid })));
      if (isAtRisk(call) && call.watched !== true) owed.push({ kind: 'watch_flags' });
    }
    if (isFarewellDue(call, moment)) owed.push({ kind: 'end_if_alone' });
  }
  if (call.unsaved === 'noticed') owed.push({ kind: 'count_unsaved' });
  const { drop } = call;
  if (drop === undefined || isInFlight(drop, moment.me, moment.now)) return owed;
  return [...owed, ...ofDrop(drop, moment)];
}

function isFarewellDue(call: Call, { now }: Moment): boolean {
  const { farewell } = call;
  if (farewell === undefined) return false;
  const isGone = seatOfWorker(call, farewell.workerSid)?.presence === 'left';
  return isGone || now >= farewell.at + FAREWELL_MS;
}

function ofDrop(drop: Drop, moment: Moment): readonly Duty[] {
  switch (drop.phase) {
    case 'examining':
      return [{ kind: 'look' }];
    case 'pinging':
      return whilePinging(drop, moment);
    case 'suspended':
      return [
        ...closing(drop),
        ...unless(drop, 'index_open'),
        ...(drop.recheck ? [{ kind: 'look' as const }] : []),
      ];
    case 'moving':
      return whileMoving(drop, moment);
    case 'queued':
      return whileQueued(drop, moment);
    case 'ended':
      return afterTheEnd(drop);
  }
}

function whilePinging(drop: Drop, moment: Moment): readonly Duty[] {
  if (drop.recheck) return [{ kind: 'look' }];
  return [
    ...announcing(drop, moment),
    ...asking(drop, moment),
    ...unless(drop, 'mark_drop'),
    ...unless(drop, 'index_open'),
  ];
}

const announcing = ({ announcedAt }: Drop, { now }: Moment): readonly Duty[] =>
  announcedAt === undefined || now >= announcedAt + ANNOUNCEMENT_MS ? [{ kind: 'announce' }] : [];

/** Whoever was not the one to ask, or was it long ago, looks before anything is asked again. */
function asking({ ping, work }: Drop, { me, now }: Moment): readonly Duty[] {
  if (ping.taskSid !== undefined) {
    return ping.until !== undefined && now >= ping.until + PING_GRACE_MS ? [{ kind: 'check_ping' }] : [];
  }
  const mayAsk = ping.askedBy === undefined || (ping.askedBy === me && work?.owner === me);
  return [{ kind: mayAsk ? 'send_ping' : 'check_ping' }];
}

function whileMoving(drop: Drop, moment: Moment): readonly Duty[] {
  const { enqueue, work } = drop;
  const before = [
    ...closing(drop),
    ...unless(drop, 'mark_end'),
    ...unless(drop, 'ready_worker'),
    ...unless(drop, 'index_open'),
  ];
  if (enqueue.state === 'done') {
    const isOverdue = moment.now >= (enqueue.askedAt ?? drop.since) + ARRIVAL_MS;
    return isOverdue ? [...before, { kind: 'find_line' }] : before;
  }
  const isMine = enqueue.askedBy === moment.me && work?.owner === moment.me;
  if (enqueue.askedBy !== undefined && !isMine) return [{ kind: 'check_redirect' }, ...before];
  return [
    ...before,
    ...announcing(drop, moment).slice(0, drop.firstAnnouncedAt === undefined ? 0 : 1),
    { kind: 'redirect' },
  ];
}

function whileQueued(drop: Drop, { now }: Moment): readonly Duty[] {
  const seenAt = drop.lineSeenAt ?? drop.queuedAt ?? drop.since;
  return [
    ...freeing(drop),
    ...closing(drop),
    ...unless(drop, 'mark_end'),
    ...unless(drop, 'index_open'),
    ...(now >= seenAt + LINE_MS ? [{ kind: 'check_line' as const }] : []),
  ];
}

function afterTheEnd(drop: Drop): readonly Duty[] {
  const { receiverSid, reconnectTaskSid } = drop;
  const isTold = drop.firstAnnouncedAt !== undefined || drop.done.includes('index_open');
  // Off the list of what the scheduler looks after only when nobody is left behind.
  const isAwaited = drop.others && receiverSid !== undefined && reconnectTaskSid !== undefined;
  const isLeftBehind = isAwaited && !drop.done.includes('move_others');
  return [
    ...closing(drop),
    ...freeing(drop),
    ...(receiverSid !== undefined && reconnectTaskSid !== undefined ? unless(drop, 'clear_flags') : []),
    ...(isLeftBehind && drop.arrived ? [{ kind: 'move_others' as const }] : []),
    ...(drop.activity === undefined ? [] : unless(drop, 'restore_activity')),
    ...(isTold && !isLeftBehind ? unless(drop, 'index_end') : []),
  ];
}

/** A ping that exists and is not wanted, or has done its part. */
const closing = (drop: Drop): readonly Duty[] =>
  drop.ping.taskSid === undefined && drop.ping.strays.length === 0 ? [] : unless(drop, 'close_ping');

/**
 * The old reservation keeps other calls from the worker until the caller is in the queue. On the fallback path it also
 * keeps the caller from a dead page, so it stays until that page is Offline or the caller is with somebody.
 */
function freeing(drop: Drop): readonly Duty[] {
  if (drop.reconnectTaskSid === undefined || drop.reservationSid === undefined) return [];
  const isSafe = drop.toWorker || drop.setOffline || drop.phase === 'ended';
  return isSafe ? unless(drop, 'free_reservation') : [];
}

const unless = ({ done }: Drop, what: Done): readonly Duty[] => (done.includes(what) ? [] : [{ kind: what }]);
