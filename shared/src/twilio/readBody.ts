import type * as z from 'zod/mini';
import { UpstreamError } from './upstreamError';

/**
 * The fields we use of an answer's body. Throws an ambiguous UpstreamError when they are not there: Twilio said yes, but
 * what came out of it can only be learned by reading.
 */
export const readBody = <Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new UpstreamError({
    reason: 'broken',
    outcome: 'ambiguous',
    retryable: false,
    networkCode: 'EBADBODY',
  });
};
