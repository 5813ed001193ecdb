import { createDispatch, isTwilioMethod } from '../src/kernel/dispatch';
import { replyToError } from '../src/kernel/respond';
import type { KernelContext } from '../src/kernel/context';
import type { Product, Reply } from '../src/kernel/route';
import { TwilioError } from '../src/kernel/twilioError';
import { expectMatchesOpenApi } from './openapi';

/** A body is checked by the test that reads it, so it may be read freely. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Form = Readonly<Record<string, string | readonly string[]>>;

/** Calls one product's routes through the kernel's own routing, form parsing and error replies, without a socket. */
export interface ProductCaller {
  get(pathAndQuery: string): Promise<Answer>;
  post(path: string, form?: Form, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Every successful answer is held against Twilio's OpenAPI file, e.g. `twilio_sync_v1.json`. */
export function callProduct(context: KernelContext, product: Product, openApiFile: string): ProductCaller {
  const dispatch = createDispatch([product], context.accountSid, context.authToken);
  const host = `${product.name}.twilio.com`;
  const authorization = `Basic ${btoa(`${context.accountSid}:${context.authToken}`)}`;

  const call = async (
    method: string,
    pathAndQuery: string,
    rawBody = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const [path = '', query = ''] = pathAndQuery.split('?', 2);
    const match = dispatch.find(method, host, path);
    if (match === undefined || !isTwilioMethod(method)) throw new Error(`No route for ${method} ${path}`);
    const request = {
      method,
      host,
      path,
      query: new URLSearchParams(query),
      rawBody,
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    };
    const reply = await dispatch.perform(match, request).catch(replyToRefusal);
    if (reply.status < 300) expectMatchesOpenApi(openApiFile, method, path, reply.status, reply.body);
    return toAnswer(reply);
  };

  return {
    get: (pathAndQuery) => call('GET', pathAndQuery),
    post: (path, form = {}, headers = {}) => call('POST', path, encode(form), headers),
    delete: (path, headers = {}) => call('DELETE', path, '', headers),
  };
}

/** What Twilio refuses is an answer; anything else thrown is a defect, and the test's to show. */
function replyToRefusal(error: unknown): Reply {
  if (!(error instanceof TwilioError)) throw error;
  return replyToError(error);
}

function encode(form: Form): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const text of [value].flat()) params.append(name, text);
  }
  return params.toString();
}

/** The body as a client gets it: through JSON; a header that is sent several times joined. */
function toAnswer({ status, headers = {}, body }: Reply): Answer {
  const parsed: unknown = JSON.parse(JSON.stringify(body ?? {}));
  if (typeof parsed !== 'object' || parsed === null) throw new Error('The body is no JSON object');
  const joined = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status, headers: Object.fromEntries(joined), body: { ...parsed } };
}
