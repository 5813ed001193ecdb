import * as z from 'zod/mini';
import { CallSid, ConferenceSid, TaskSid, WorkerSid } from '../sids';

/** What every success says in its body besides what was asked; HTTP says the same. */
export const SUCCESS = { success: z.literal(true), status: z.literal(200) } as const;

/** A worker's name as supervisors read it. */
export const WorkerName = z.string().check(z.minLength(1), z.maxLength(128));

/** Why an agent's page takes its worker off the call. */
export const LeaveIntent = z.enum([
  /** The agent hangs up: with only the customer left, the conference is over. */
  'hangup',
  /** A cold transfer: somebody else is about to join. */
  'transfer',
]);
export type LeaveIntent = z.infer<typeof LeaveIntent>;

/** What the agent's leg ends at. */
export const WorkerPhone = z.enum(['softphone', 'telephone']);
export type WorkerPhone = z.infer<typeof WorkerPhone>;

/** How far a recovery is; `suspended` while somebody else has or gets the caller, `ended` has an outcome. */
export const RecoveryPhase = z.enum(['examining', 'pinging', 'suspended', 'moving', 'queued', 'ended']);
export type RecoveryPhase = z.infer<typeof RecoveryPhase>;

/** How a recovery ended. */
export const RecoveryOutcome = z.enum([
  /** With the agent who dropped. */
  'reconnected',
  /** With another agent: from the queue, or one who was on the call or came to it. */
  'taken_over',
  /** The customer hung up. */
  'hung_up',
  /** The agent had hung up in order after all; only the page's message was late. */
  'graceful',
  /** The conference was ended by somebody, or nobody knows any more. */
  'closed',
]);
export type RecoveryOutcome = z.infer<typeof RecoveryOutcome>;

/** The recovery ping: the task that only the dropped agent's page can accept. */
export const PingState = z.enum(['none', 'sent', 'accepted', 'expired', 'canceled']);
export type PingState = z.infer<typeof PingState>;

const Time = z.nullable(z.string());

/** One recovery as supervisors and the dropped agent's page see it. Times are ISO 8601. */
export const RecoveryView = z.object({
  /** The task whose call dropped. */
  taskSid: TaskSid,
  recoveryId: z.string(),
  conferenceSid: z.nullable(ConferenceSid),
  phase: RecoveryPhase,
  outcome: z.nullable(RecoveryOutcome),
  /** Null when nobody knows who it was: the caller was found alone. */
  workerSid: z.nullable(WorkerSid),
  workerName: z.string(),
  ping: PingState,
  pingTaskSid: z.nullable(TaskSid),
  /** The task that brings the caller back, once it is in its queue. */
  reconnectTaskSid: z.nullable(TaskSid),
  /** Who has the caller now; the dropped worker again when the outcome is `reconnected`. */
  receivingWorkerSid: z.nullable(WorkerSid),
  /** When the agent dropped; the customer has been waiting since. */
  droppedAt: z.string(),
  announcedAt: Time,
  pingSentAt: Time,
  pingEndedAt: Time,
  enqueuedAt: Time,
  queuedAt: Time,
  endedAt: Time,
  /** Milliseconds from the drop. */
  msToAnnouncement: z.nullable(z.number()),
  msToReconnect: z.nullable(z.number()),
});
export type RecoveryView = z.infer<typeof RecoveryView>;

/** What became of one participant that was to be moved to another conference. */
export const MovedParticipant = z.object({
  participantCallSid: CallSid,
  /** `gone`: not on the old conference any more, so moved before or hung up. */
  outcome: z.enum(['moved', 'gone']),
});
export type MovedParticipant = z.infer<typeof MovedParticipant>;
