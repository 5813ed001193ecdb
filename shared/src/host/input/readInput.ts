import type * as z from 'zod/mini';
import type { Contract } from '../../contracts/contract';
import type { Failure } from '../../endpoint/result';
import { fail } from '../../endpoint/result';
import { isWebhook } from '../isWebhook';
import { collectEvents } from './collectEvents';
import { decodeForm } from './decodeForm';
import { describeIssues } from './describeIssues';
import { findUnsafe } from './findUnsafe';
import type { FunctionRequest } from './request';

/** Characters. A task's attributes have at most 4,096; Event Streams sends up to a hundred events at once. */
const MAX_LENGTH = { user: 100_000, webhook: 1_000_000 };

/** The request as the contract's input, or everything that is wrong with it. */
export function readInput<Request extends z.ZodMiniType>(
  request: FunctionRequest,
  contract: Contract<Request>,
): { readonly ok: true; readonly input: z.infer<Request> } | Failure {
  if (request.body === 'other') {
    return fail('malformed_body', 'Send the body as application/json or application/x-www-form-urlencoded.');
  }
  if (request.body === 'none' && contract.method === 'POST') {
    return fail('method_not_allowed', 'Use POST, with a JSON or form body.');
  }
  const typed = request.body === 'json' ? request.fields : decodeForm(request.fields, contract.request);
  const unsafe = findUnsafe(typed, isWebhook(contract.access) ? MAX_LENGTH.webhook : MAX_LENGTH.user);
  if (unsafe !== undefined) return fail('malformed_body', `The body ${unsafe}.`);

  const fields = collectEvents(typed, contract);
  const parsed = contract.request.safeParse(fields);
  return parsed.success
    ? { ok: true, input: parsed.data }
    : fail('validation_failed', 'Validation error', { details: describeIssues(parsed.error.issues, fields) });
}
