import * as z from 'zod/mini';
import { defineContract } from '../../src/contracts';

const shape = {
  method: 'POST',
  summary: 'A sample.',
  access: { kind: 'flex-user' },
  request: z.object({
    taskSid: z.string(),
    urgent: z.optional(z.boolean()),
    transfer_task: z.optional(z.object({ attributes: z.record(z.string(), z.unknown()) })),
    mode: z._default(z.enum(['WARM', 'COLD']), 'WARM'),
  }),
  response: z.object({ success: z.literal(true), n: z.number() }),
  successes: { 200: 'Again.', 201: 'Done.' },
  failures: [],
} as const;

/** Repeating it is harmless. */
export const harmless = defineContract({ ...shape, name: 'harmless', idempotent: true });
/** Repeating it is not. */
export const delicate = defineContract({ ...shape, name: 'flex/delicate', idempotent: false });
/** A GET, which the client sends as a POST. */
export const lookup = defineContract({ ...shape, name: 'lookup', method: 'GET', idempotent: true });
