import { createHmac } from 'node:crypto';
import { sameText } from '@patchbay/shared';
import { TaskSid, WorkerSid, WorkflowSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** What a customer's call is to do; small, because it travels in a URL. */
export const Order = z.object({
  taskSid: TaskSid,
  recoveryId: z.string(),
  workflowSid: z.optional(WorkflowSid),
  fallbackWorkflowSid: z.optional(WorkflowSid),
  targetWorkerSid: z.optional(WorkerSid),
  pingFailed: z.boolean(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type Order = z.infer<typeof Order>;

/** An order as text that only this account can have written. */
export function signOrder(order: Order, authToken: string): { order: string; signature: string } {
  const text = Buffer.from(JSON.stringify(order)).toString('base64url');
  return { order: text, signature: signatureOf(text, authToken) };
}

/** The order, or undefined when it is not ours or too old. */
export function readOrder(
  signed: { readonly order: string; readonly signature: string },
  authToken: string,
  now: number,
): Order | undefined {
  if (!sameText(signed.signature, signatureOf(signed.order, authToken))) return undefined;
  const parsed = Order.safeParse(JSON.parse(Buffer.from(signed.order, 'base64url').toString('utf8')));
  return parsed.success && parsed.data.expiresAt > now ? parsed.data : undefined;
}

/** The purpose is part of the key, so that nothing else signed with the auth token can pass for an order. */
const signatureOf = (text: string, authToken: string): string =>
  createHmac('sha256', `reconnect-call:${authToken}`).update(text).digest('base64url');
