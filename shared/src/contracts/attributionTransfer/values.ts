import * as z from 'zod/mini';

/** How Flex moves a call: WARM keeps the transferring agent on the line until the receiver is there, COLD does not. */
export const TransferMode = z.enum(['WARM', 'COLD']);
export type TransferMode = z.infer<typeof TransferMode>;

/** Names an outsourcing company in worker attributes, queues and workflow filters. */
export const Affiliation = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, _ or -'));

/** What names a page, a click or a claim. */
export const Token = z
  .string()
  .check(z.regex(/^[\w.:-]{8,128}$/, 'must be 8 to 128 letters, digits, _ . : or -'));

/** Where an attempt is: five open states, then one of seven ends. */
export const AttemptState = z.enum([
  'requested',
  'offered',
  'accepted',
  'claimed',
  'transferred',
  'canceled',
  'expired',
  'declined',
  'failed',
  'call_ended',
  'interrupted',
]);
export type AttemptState = z.infer<typeof AttemptState>;

/** What A's page does when no agent of any company could ever take the call. */
export const NoAgentFallback = z.enum(['plain_transfer', 'refuse']);
export type NoAgentFallback = z.infer<typeof NoAgentFallback>;
