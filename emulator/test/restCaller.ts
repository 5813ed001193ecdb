import { createDispatch } from '../src/kernel/dispatch';
import { seededRandom } from '../src/kernel/random';
import type { Reply, TwilioRequest } from '../src/kernel/route';
import { TwilioError } from '../src/kernel/twilioError';
import { createVirtualClock } from '../src/kernel/virtualClock';
import { createTaskRouterEngine } from '../src/taskrouter/engine';
import { taskRouterProduct } from '../src/taskrouter/rest';
import type { TaskRouterRestOptions } from '../src/taskrouter/rest';
import { expectMatchesOpenApi } from './openapi';

const HOST = 'taskrouter.twilio.com';
const ACCOUNT_SID = `AC${'0'.repeat(32)}`;
const AUTH_TOKEN = '1'.repeat(32);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Form = Readonly<Record<string, string>>;

/** The TaskRouter REST routes on a standing clock; every answer below 400 is checked against Twilio's OpenAPI file. */
export function createRestCaller(options?: TaskRouterRestOptions) {
  const clock = createVirtualClock({ startMs: Date.UTC(2024, 4, 1, 10), mode: 'paused' });
  const random = seededRandom(1);
  const webhooks = { send: () => Promise.reject(new Error('These routes send nothing')) };
  const context = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, clock, random, webhooks };
  const engine = createTaskRouterEngine({ accountSid: ACCOUNT_SID, clock, random });
  const dispatch = createDispatch([taskRouterProduct(context, engine, options)], ACCOUNT_SID, AUTH_TOKEN);

  async function call(
    method: TwilioRequest['method'],
    target: string,
    form: Form = {},
    ifMatch?: string,
  ): Promise<Answer> {
    const url = new URL(`https://${HOST}/v1/Workspaces${target}`);
    const match = dispatch.find(method, HOST, url.pathname);
    if (match === undefined) throw new Error(`No route for ${method} ${url.pathname}`);
    const headers = {
      authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    };
    const rawBody = new URLSearchParams(form).toString();
    const request = { method, host: HOST, path: url.pathname, query: url.searchParams, headers, rawBody };
    const reply = await dispatch.perform(match, request).catch(replyTo);
    if (reply.status < 400)
      expectMatchesOpenApi('twilio_taskrouter_v1.json', method, url.pathname, reply.status, reply.body);
    return { status: reply.status, headers: reply.headers ?? {}, body: recordOf(reply.body) };
  }

  return {
    clock,
    engine,
    call,
    get: (target: string) => call('GET', target),
    post: (target: string, form: Form, ifMatch?: string) => call('POST', target, form, ifMatch),
    remove: (target: string, ifMatch?: string) => call('DELETE', target, {}, ifMatch),
  };
}

/** The rows of a list answer. */
export const rowsOf = (answer: Answer, key: string): readonly Readonly<Record<string, unknown>>[] => {
  const rows = answer.body[key];
  if (!Array.isArray(rows)) throw new Error(`No list ${key} in ${JSON.stringify(answer)}`);
  return rows.map(recordOf);
};

function replyTo(error: unknown): Reply {
  if (error instanceof TwilioError)
    return { status: error.status, headers: error.headers, body: error.toBody() };
  throw error;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
