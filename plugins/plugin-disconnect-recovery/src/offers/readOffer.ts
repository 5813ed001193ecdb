import { TaskSid, type WorkerSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

const Ping = z.object({
  disconnectedTaskSid: TaskSid,
  disconnectedWorkerSid: z.string(),
  disconnectedCallSid: z.optional(z.string()),
});
const Reconnect = z.object({
  isReconnect: z.literal(true),
  targetWorkerSid: z.string(),
  recoveredTaskSid: z.optional(TaskSid),
});
const Recovered = z.object({ recoveredTaskSid: TaskSid });

/** What the service offers the agent's page, and which call that dropped it is about. */
export type Offer =
  /** Is this page back? */
  | { readonly kind: 'ping'; readonly droppedTaskSid: TaskSid }
  /** The caller, brought back to this agent. */
  | { readonly kind: 'reconnect'; readonly droppedTaskSid: TaskSid | undefined };

/** What a task offers this agent's page to take by itself; undefined for everything a person is to accept. */
export function readOffer(
  attributes: Readonly<Record<string, unknown>>,
  me: WorkerSid | undefined,
): Offer | undefined {
  const ping = readPing(attributes);
  if (ping !== undefined)
    return ping.disconnectedWorkerSid === me
      ? { kind: 'ping', droppedTaskSid: ping.disconnectedTaskSid }
      : undefined;
  const reconnect = Reconnect.safeParse(attributes);
  if (!reconnect.success || reconnect.data.targetWorkerSid !== me) return undefined;
  return { kind: 'reconnect', droppedTaskSid: reconnect.data.recoveredTaskSid };
}

/** The ping in a task's attributes, whoever it is for. */
export function readPing(attributes: unknown): z.infer<typeof Ping> | undefined {
  const ping = Ping.safeParse(attributes);
  return ping.success ? ping.data : undefined;
}

/** Of a call that was brought back, the task it was before. */
export function readRecovered(attributes: unknown): TaskSid | undefined {
  const recovered = Recovered.safeParse(attributes);
  return recovered.success ? recovered.data.recoveredTaskSid : undefined;
}
