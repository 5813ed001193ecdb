import { createClient } from '@patchbay/shared/client';
import { FAILURE_STATUS, getSegmentIdContract, type FailureCode } from '@patchbay/shared/contracts';
import type { OpenClient } from '../lookup/askService';

/** What the service answers: segment IDs, the continuation of a report, a failure, or nothing at all. */
export type Answer =
  | readonly string[]
  | { readonly pending: string }
  | { readonly fails: FailureCode; readonly retryAfter?: number }
  | 'cut'
  | 'silence';

/** Not the service: its contract behind the real client, with answers that tests give. */
export interface FakeService {
  readonly openClient: OpenClient;
  /** What was asked, as the contract reads it; `signal` is the request's own. */
  readonly asked: {
    readonly taskSid: string;
    readonly continuation: string | null;
    readonly signal: AbortSignal;
  }[];
  /** What comes next, the last answer for ever; silence at first. */
  script(...answers: readonly Answer[]): void;
  isOn: boolean;
}

/** A service that says nothing until it is told to. */
export function fakeService(): FakeService {
  let answers: readonly Answer[] = [];
  const fetch = (_: unknown, { body, signal }: RequestInit = {}): Promise<Response> => {
    if (!(body instanceof URLSearchParams) || !signal) throw new Error('not a call of the client');
    const taskSid = getSegmentIdContract.request.parse({
      TaskSid: body.get('TaskSid'),
      canContinue: body.get('canContinue') === 'true',
    }).TaskSid;
    service.asked.push({ taskSid, continuation: body.get('continuation'), signal });
    const [answer = 'silence', ...later] = answers;
    if (later.length > 0) answers = later;
    if (answer === 'cut') return Promise.reject(new TypeError('fetch failed'));
    if (answer !== 'silence') return Promise.resolve(render(answer));
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  };
  const service: FakeService = {
    isOn: true,
    asked: [],
    openClient: (onRetry) =>
      service.isOn
        ? createClient({
            baseUrl: 'https://segments.example',
            token: () => 'a-flex-token',
            onRetry,
            rhythm: { attempts: 2 },
            means: { fetch, newKey: () => 'click-0001', random: () => 0 },
          })
        : undefined,
    script: (...next) => {
      answers = next;
    },
  };
  return service;
}

function render(answer: Exclude<Answer, 'cut' | 'silence'>): Response {
  if ('pending' in answer) {
    return Response.json({ status: 'pending', continuation: answer.pending }, { status: 202 });
  }
  if (!('fails' in answer)) return Response.json({ segment_ids: answer });
  const { fails: code, retryAfter } = answer;
  const headers: HeadersInit = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return Response.json(
    { success: false, error: code, code },
    { status: FAILURE_STATUS[code], headers: { 'X-Correlation-Id': 'request-0001', ...headers } },
  );
}
