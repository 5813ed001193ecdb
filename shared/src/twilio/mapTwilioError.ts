import { isObject } from '../isObject';
import { classifyError, type ErrorFacts } from './classifyError';
import { readRetryAfter } from './readRetryAfter';
import { type Effect, UpstreamError } from './upstreamError';

/**
 * Turns whatever a call to Twilio threw or answered into an UpstreamError: an exception of the SDK (`status`, `code`), an
 * error of the network (`code`, `syscall`), or an answer (`statusCode`, `body`, `headers`). The original is not kept as
 * `cause`, because the SDK's network errors carry the Authorization header.
 */
export const mapTwilioError = (error: unknown, { effect }: { readonly effect: Effect }): UpstreamError => {
  if (error instanceof UpstreamError) return error;
  const facts = factsOf(error);
  return new UpstreamError({ ...facts, ...classifyError(facts, effect), retryAfterMs: retryAfterOf(error) });
};

const factsOf = (error: unknown): ErrorFacts => {
  const status = numberAt(error, 'statusCode') ?? numberAt(error, 'status');
  if (status !== undefined)
    return { status, twilioCode: numberAt(at(error, 'body'), 'code') ?? numberAt(error, 'code') };
  const cause = at(error, 'cause');
  const syscall = at(error, 'syscall') ?? at(cause, 'syscall');
  const networkCode = at(error, 'code') ?? at(cause, 'code');
  return {
    networkCode: typeof networkCode === 'string' ? networkCode : undefined,
    connecting: syscall === 'connect' || syscall === 'getaddrinfo',
  };
};

const retryAfterOf = (error: unknown): number | undefined => {
  const seconds = readRetryAfter(at(at(error, 'headers'), 'retry-after'));
  return seconds === undefined ? undefined : seconds * 1000;
};

const at = (value: unknown, key: string): unknown =>
  isObject(value) && key in value ? Reflect.get(value, key) : undefined;

const numberAt = (value: unknown, key: string): number | undefined => {
  const found = at(value, key);
  return typeof found === 'number' ? found : undefined;
};
