import * as z from 'zod/mini';
import {
  CallSid,
  ConferenceSid,
  LeaveIntent,
  ReservationSid,
  TaskSid,
  WorkerPhone,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';
import { Drop } from './drop';

/** A worker's part in the call. Times are milliseconds since 1970. */
export const Seat = z.object({
  workerSid: WorkerSid,
  name: z.string(),
  reservationSid: z.optional(ReservationSid),
  callSid: z.optional(CallSid),
  phone: z.optional(WorkerPhone),
  /** `coming`: has accepted, has not joined. */
  presence: z.enum(['coming', 'on', 'left']),
  /** Somebody took the leg away on purpose. */
  removed: z.optional(z.boolean()),
  /** The page said that this worker leaves in order. */
  goodbye: z.optional(z.object({ intent: LeaveIntent, at: z.number() })),
});
export type Seat = z.infer<typeof Seat>;

/**
 * One call as this service watches it: the record under its task's SID, which is also the conference's friendly name.
 * Small and bounded; never a copy of the task's attributes.
 */
export const Call = z.object({
  taskSid: TaskSid,
  conferenceSid: z.optional(ConferenceSid),
  workflowSid: z.optional(WorkflowSid),
  customerCallSid: z.optional(CallSid),
  createdAt: z.number(),
  /** The conference has ended, or the customer is not on it any more. */
  over: z.boolean(),
  seats: z.array(Seat),
  /** Workers' legs that would end the conference, to be undone as soon as nobody is on hold. */
  exitFlags: z.array(CallSid),
  /** The scheduler looks after them too: nobody tells when a hold ends. */
  watched: z.optional(z.boolean()),
  /** A transfer that was begun and has not ended either way. */
  transferring: z.boolean(),
  /** The one that TaskRouter has told of: it is looking for somebody, since when (milliseconds since 1970). */
  routed: z.optional(z.object({ transferSid: z.string(), since: z.number() })),
  /** The latest that have ended: what is told of their beginning comes late. */
  endedTransfers: z.optional(z.array(z.string())),
  /** A worker hung up in order: a conference with only the customer left has to end. */
  farewell: z.optional(z.object({ workerSid: WorkerSid, at: z.number() })),
  /** An agent's leg took the call with it before that could be prevented; `counted` once it is in the day's counts. */
  unsaved: z.optional(z.enum(['noticed', 'counted'])),
  /** The latest disconnect that nobody had announced. */
  drop: z.optional(Drop),
});
export type Call = z.infer<typeof Call>;

/** Some worker's leg could still end the call for everybody. */
export const isAtRisk = ({ over, exitFlags }: Call): boolean => !over && exitFlags.length > 0;

/** A call nothing is known of but its task. */
export const newCall = (taskSid: TaskSid, now: number): Call => ({
  taskSid,
  createdAt: now,
  over: false,
  seats: [],
  exitFlags: [],
  transferring: false,
});
