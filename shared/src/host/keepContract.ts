import type * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import type { Log } from '../endpoint/ports';
import type { Result } from '../endpoint/result';
import { internalFailure } from '../errors/internalFailure';
import { isObject } from '../isObject';

/**
 * Only what the contract says leaves the house: a field it doesn't name is dropped, and a body that breaks it is our own
 * error, for a client would refuse it anyway.
 */
export function keepContract<Response extends z.ZodMiniType>(
  result: Result<z.infer<Response>>,
  contract: Contract<z.ZodMiniType, Response>,
  log: Log,
): Result<object> {
  if (!result.ok) return result;
  const parsed = contract.response.safeParse(result.body);
  if (parsed.success && isObject(parsed.data)) return { ...result, body: parsed.data };
  const paths = (parsed.error?.issues ?? []).map(({ path }) => path.join('.'));
  log.error('response_breaks_contract', { paths: paths.join(' ') });
  return internalFailure;
}
