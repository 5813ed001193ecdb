import * as z from 'zod/mini';

const Effect = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['status', 'status-after']),
    status: z.number(),
    retryAfter: z.optional(z.number()),
  }),
  z.object({ type: z.enum(['lost-response', 'refuse']) }),
  z.object({ type: z.literal('latency'), ms: z.number() }),
  z.object({ type: z.literal('hang'), afterEffect: z.optional(z.boolean()) }),
  z.object({ type: z.literal('html'), status: z.optional(z.number()) }),
]);

/** What goes wrong with a request of a page; the local Twilio's fault plan, and its README, say what each means. */
export type Effect = z.infer<typeof Effect>;

export const Strike = z.object({
  /** Whether the page's computer has a network. */
  online: z.boolean(),
  effects: z.array(Effect),
});
export type Strike = z.infer<typeof Strike>;

/** A request as the fault plan is asked about it. */
export interface Struck {
  readonly method: string;
  readonly path: string;
  readonly origin?: string;
}

export type AskForStrike = (request: Struck) => Promise<Strike>;
