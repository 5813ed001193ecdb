import * as z from 'zod/mini';
import {
  ActivitySid,
  CallSid,
  RecoveryOutcome,
  RecoveryPhase,
  ReservationSid,
  TaskSid,
  WorkerPhone,
  WorkerSid,
} from '@patchbay/shared/contracts';

/** What is done once for a drop and may be done again without harm; each is noted when it is. */
export const Done = z.enum([
  'mark_drop',
  'index_open',
  'close_ping',
  'mark_end',
  'ready_worker',
  'free_reservation',
  'clear_flags',
  'move_others',
  'restore_activity',
  'index_end',
]);
export type Done = z.infer<typeof Done>;

/** The recovery ping. `askedBy` may have created it: somebody else has to look before asking again. */
export const Ping = z.object({
  state: z.enum(['none', 'sent', 'accepted', 'expired', 'canceled']),
  askedBy: z.optional(z.string()),
  /** When `askedBy` was given the right to ask. */
  askedAt: z.optional(z.number()),
  taskSid: z.optional(TaskSid),
  /** When it ends unanswered. */
  until: z.optional(z.number()),
  /** The how many-th of this drop, from 1. */
  number: z.number(),
  /** Pings that turned up besides this one; closed with it. */
  strays: z.array(TaskSid),
});
export type Ping = z.infer<typeof Ping>;

/** The redirect of the customer's call into its queue: at most one takes effect. */
export const Enqueue = z.object({
  state: z.enum(['none', 'asked', 'done']),
  askedBy: z.optional(z.string()),
  askedAt: z.optional(z.number()),
});
export type Enqueue = z.infer<typeof Enqueue>;

/** A worker's leg that went away without notice, and how far its recovery is. Times are milliseconds since 1970. */
export const Drop = z.object({
  id: z.string(),
  /** Absent while nobody knows whose leg it was. */
  workerSid: z.optional(WorkerSid),
  workerName: z.string(),
  reservationSid: z.optional(ReservationSid),
  callSid: z.optional(CallSid),
  phone: z.optional(WorkerPhone),
  at: z.number(),
  phase: RecoveryPhase,
  /** When it entered its phase. */
  since: z.number(),
  /** Who does what is done once, and until when; after that anybody may take over. */
  work: z.optional(z.object({ owner: z.string(), until: z.number() })),
  /** Somebody unknown came or went: the conference has to be looked at again. */
  recheck: z.boolean(),
  /** How often somebody who was about to come was waited for in vain. */
  waits: z.number(),
  /** The worker left in order, by a transfer: unless it comes to nothing this is no drop. */
  byTransfer: z.optional(z.boolean()),
  /** Besides customer and dropped worker somebody is on the call. */
  others: z.boolean(),
  /** The dropped agent is in the new conference. */
  arrived: z.boolean(),
  ping: Ping,
  enqueue: Enqueue,
  /** The caller goes back to the dropped worker, not to whoever is free. */
  toWorker: z.boolean(),
  /** The worker was set Offline, so that a dead page is not offered the caller. */
  setOffline: z.boolean(),
  /** The worker's activity before it was made available for the reconnect, and the one it was given. */
  activity: z.optional(z.object({ before: ActivitySid, given: ActivitySid })),
  done: z.array(Done),
  /** When everybody was last told. */
  announcedAt: z.optional(z.number()),
  firstAnnouncedAt: z.optional(z.number()),
  pingSentAt: z.optional(z.number()),
  pingEndedAt: z.optional(z.number()),
  enqueuedAt: z.optional(z.number()),
  queuedAt: z.optional(z.number()),
  /** When somebody last looked how the caller is doing in the queue. */
  lineSeenAt: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  reconnectTaskSid: z.optional(TaskSid),
  receiverSid: z.optional(WorkerSid),
  outcome: z.optional(RecoveryOutcome),
});
export type Drop = z.infer<typeof Drop>;

/** A drop whose caller is not where it belongs yet. */
export type OpenDrop = Drop & { readonly phase: Exclude<RecoveryPhase, 'ended'> };

export const isOpen = (drop: Drop | undefined): drop is OpenDrop =>
  drop !== undefined && drop.phase !== 'ended';

/** Whether there is something to tell the worker who left: not while one looks, nor after a transfer that went well. */
export const isTold = ({ phase, byTransfer, firstAnnouncedAt }: Drop): boolean =>
  phase !== 'examining' && (byTransfer !== true || firstAnnouncedAt !== undefined);

/** Somebody holds the right to do what is done once, and it is not `me`. */
export const isInFlight = ({ work }: Drop, me: string, now: number): boolean =>
  work !== undefined && work.until > now && work.owner !== me;

/** The drop with something owed again. */
export const withoutDone = (drop: Drop, what: Done): Drop => ({
  ...drop,
  done: drop.done.filter((one) => one !== what),
});

/** The drop with something of it noted as done. */
export const withDone = (drop: Drop, ...what: readonly Done[]): Drop => {
  const fresh = what.filter((one) => !drop.done.includes(one));
  return fresh.length === 0 ? drop : { ...drop, done: [...drop.done, ...fresh] };
};
