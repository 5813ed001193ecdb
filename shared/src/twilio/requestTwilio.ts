import { nodePlatform } from '../host/platform';
import { withinMs } from '../host/withinMs';
import { isObject } from '../isObject';
import { mapTwilioError } from './mapTwilioError';
import type { Effect } from './upstreamError';

/**
 * The one method of the SDK's client that we use. The SDK's resources hide the ETag and Retry-After headers on errors,
 * take no time-out per call, and load some 250 modules on first use; this method has none of these faults.
 */
export interface TwilioRequester {
  request(options: {
    method: 'get' | 'post';
    uri: string;
    headers: Record<string, string>;
    data: Record<string, string | number>;
    timeout: number;
  }): Promise<unknown>;
}

export interface TwilioCall {
  readonly effect: Effect;
  readonly method: 'get' | 'post';
  readonly url: string;
  /** Form fields, in PascalCase. */
  readonly form?: Readonly<Record<string, string | number>>;
  readonly ifMatch?: string;
}

export interface TwilioAnswer {
  readonly body: object;
  readonly etag: string | undefined;
}

/**
 * One HTTP exchange with Twilio, given up after `timeoutMs` whatever the SDK's own time-out lets pass (a dripping body, a
 * queue for a socket): later would be after the share that the deadline gave it. Throws UpstreamError unless the
 * answer is a 2xx with a JSON object.
 */
export const requestTwilio = async (
  client: TwilioRequester,
  call: TwilioCall,
  timeoutMs: number,
): Promise<TwilioAnswer> => {
  const answer = await withinMs(
    send(client, call, timeoutMs),
    timeoutMs,
    nodePlatform.schedule,
    noAnswer,
  ).catch((error: unknown) => {
    throw mapTwilioError(error, call);
  });
  if (!isHttpAnswer(answer)) throw mapTwilioError(undefined, call);
  const { statusCode, body, headers } = answer;
  // A 2xx that holds no JSON (a proxy's HTML page) says nothing about what Twilio did.
  if (statusCode < 200 || statusCode >= 300 || !isObject(body)) throw mapTwilioError(answer, call);
  const etag =
    isObject(headers) && 'etag' in headers && typeof headers.etag === 'string' ? headers.etag : undefined;
  return { body, etag };
};

// Async, so that what the SDK throws before it sends anything rejects too.
const send = async (client: TwilioRequester, call: TwilioCall, timeout: number): Promise<unknown> =>
  client.request({
    method: call.method,
    uri: call.url,
    headers: call.ifMatch === undefined ? {} : { 'If-Match': call.ifMatch },
    data: { ...call.form },
    timeout,
  });

const noAnswer = (): Error => Object.assign(new Error('no answer within the limit'), { code: 'ETIMEDOUT' });

const isHttpAnswer = (value: unknown): value is { statusCode: number; body: unknown; headers: unknown } =>
  isObject(value) &&
  'statusCode' in value &&
  typeof value.statusCode === 'number' &&
  'body' in value &&
  'headers' in value;
