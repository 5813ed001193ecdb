import * as z from 'zod/mini';
import { WorkerSid } from '../contracts/sids';
import type { FlexUser } from '../endpoint/ports';

const TokenResult = z.object({
  valid: z.literal(true),
  identity: z.string(),
  roles: z.array(z.string()),
  worker_sid: z.optional(z.nullable(z.string())),
  expiration: z.optional(z.nullable(z.string())),
});

/** A user and the time, in ms since 1970, at which the token ends; undefined when IAM doesn't say. */
export interface Identity {
  readonly user: FlexUser;
  readonly expiresAt: number | undefined;
}

/** What IAM says about a valid token, or undefined when its answer isn't what the validator's documentation promises. */
export function readIdentity(answer: unknown): Identity | undefined {
  const parsed = TokenResult.safeParse(answer);
  if (!parsed.success) return undefined;
  const { identity, roles, worker_sid, expiration } = parsed.data;
  // Supervisors and admins who take no tasks have no worker.
  const worker = WorkerSid.safeParse(worker_sid);
  const end = Date.parse(expiration ?? '');
  return {
    user: { identity, roles, ...(worker.success && { workerSid: worker.data }) },
    expiresAt: Number.isNaN(end) ? undefined : end,
  };
}
