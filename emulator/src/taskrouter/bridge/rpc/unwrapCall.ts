import { isObject } from '../../../kernel/isObject';
import { readJson } from '../../../kernel/readJson';
import type { TwilioRequest } from '../../../kernel/route';
import { invalid } from '../../../kernel/twilioError';

/** One call of the worker SDK: the REST request it stands for, and who makes it. */
export interface RpcCall {
  readonly token: string;
  readonly apiVersion: 'v1' | 'v2';
  /** `params` of a GET are its query, of a POST its form; path parameters are still to be read. */
  readonly request: TwilioRequest;
}

const NONE = new URLSearchParams();

/** Where REST takes text the SDK sends JSON values: attributes as an object, flags as booleans. */
function writeForm(params: Readonly<Record<string, unknown>>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined) continue;
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

/**
 * Takes a call out of the POST that carries it: `{url, method, params, token}` with `apiVersion` and `If-Match` as
 * headers. twilio-taskrouter 2.1.1 sends this JSON under axios' default content type
 * `application/x-www-form-urlencoded`, so it is read from the raw body. Throws 400/20001 for what is not a call.
 */
export function unwrapCall(carrier: TwilioRequest): RpcCall {
  const body = readJson(carrier.rawBody);
  if (!isObject(body)) throw invalid('The request body is not a JSON object');
  const { url, method, params = {}, token } = body;
  if (typeof url !== 'string' || url === '') throw invalid('Missing url');
  if (method !== 'GET' && method !== 'POST') throw invalid('method must be GET or POST');
  if (!isObject(params)) throw invalid('params must be an object');
  if (typeof token !== 'string' || token === '') throw invalid('Missing token');
  const apiVersion = carrier.headers['apiversion'];
  if (apiVersion !== 'v1' && apiVersion !== 'v2') throw invalid('The apiVersion header must be v1 or v2');
  const values = writeForm(params);
  return {
    token,
    apiVersion,
    request: {
      ...carrier,
      method,
      path: `/${url}`,
      params: {},
      query: method === 'GET' ? values : NONE,
      form: method === 'POST' ? values : NONE,
      json: undefined,
    },
  };
}
