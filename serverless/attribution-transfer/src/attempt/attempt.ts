import * as z from 'zod/mini';
import { Claim } from '@patchbay/shared';
import {
  AttemptState,
  ReservationSid,
  TaskQueueSid,
  TaskSid,
  TransferMode,
  WorkerSid,
} from '@patchbay/shared/contracts';

/**
 * One transfer of one call to one queue, from A's click to its end: the record under the original task's SID.
 * Times are milliseconds since 1970.
 */
export const Attempt = z.object({
  id: z.string(),
  originalTaskSid: TaskSid,
  targetSid: TaskQueueSid,
  /** A's reservation of the original task; another one means that the call has moved on. */
  reservationSid: ReservationSid,
  transferringWorkerSid: WorkerSid,
  mode: TransferMode,
  affiliation: z.string(),
  state: AttemptState,
  /** When it entered its state. */
  since: z.number(),
  requestedAt: z.number(),
  /** It ends then, whatever happens to events. */
  openUntil: z.number(),
  /** The key of the click that started it: the same click again starts nothing new. */
  idempotencyKey: z.optional(z.string()),
  /** Who may create the attribution task, and how far that got; its answer is the task's SID. */
  creation: Claim,
  attributionTaskSid: z.optional(TaskSid),
  /** An agent has declined or let an offer time out. */
  declined: z.boolean(),
  receiver: z.optional(z.object({ workerSid: WorkerSid, reservationSid: ReservationSid })),
  /** The page that may replay the transfer. */
  replay: z.optional(z.object({ claimId: z.string(), claimant: z.string(), leaseUntil: z.number() })),
  /** Why it ended. */
  endReason: z.optional(z.string()),
  /** True when nothing of an ended attempt is left in TaskRouter: no marker, no live attribution task. */
  settled: z.boolean(),
});
export type Attempt = z.infer<typeof Attempt>;

const OPEN: ReadonlySet<AttemptState> = new Set(['requested', 'offered', 'accepted', 'claimed']);

export const isOpen = (attempt: Attempt): boolean => OPEN.has(attempt.state);
