import { readRetryAfter, type Deadline } from '@patchbay/shared';
import axios, { isAxiosError } from 'axios';
import { version } from '../../package.json';
import { InsightsTokenRefused, InsightsUnavailable, ReportFailed } from './failures';

export interface HttpCall {
  /** What it is for, as the log names it: `login`, `elements`, … */
  readonly step: string;
  readonly method: 'GET' | 'POST';
  /** With query, never with a token in it. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** By lower-case name; a header that came several times is a list. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/**
 * One HTTP exchange. An answer below 500 other than 401 and 429 comes back; everything else is thrown:
 * InsightsTokenRefused for 401, InsightsUnavailable, ReportFailed for an answer that is too large, DeadlineExceeded.
 */
export type SendHttp = (call: HttpCall) => Promise<HttpAnswer>;

export interface HttpOptions {
  readonly host: string;
  readonly deadline: Deadline;
  /** Called before each request, for counting. */
  readonly onRequest: () => void;
}

const ATTEMPT_MS = 4_000;
/** A hundred tasks have a few thousand segments. */
const MOST_BYTES = 4_000_000;

const client = axios.create({
  responseType: 'text',
  transformResponse: (text: unknown) => text,
  validateStatus: () => true,
  // Credentials go to the configured host and nowhere else.
  maxRedirects: 0,
  proxy: false,
  maxContentLength: MOST_BYTES,
});

/** Bound to a host and to the time a request has left. */
export function httpSender({ host, deadline, onRequest }: HttpOptions): SendHttp {
  return async ({ step, method, path, headers, json }) => {
    const limitMs = deadline.shareFor(ATTEMPT_MS);
    onRequest();
    const answer = await client
      .request<unknown>({
        method,
        url: `https://${host}${path}`,
        headers: {
          Accept: 'application/json, text/csv;q=0.9',
          'User-Agent': `patchbay-segment-lookup/${version}`,
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json !== undefined && { data: JSON.stringify(json) }),
        // Not axios' own time-out, which a body that comes drop by drop keeps alive.
        signal: AbortSignal.timeout(limitMs),
      })
      .catch((error: unknown) => {
        throw errorOf(error, step);
      });
    return judge(
      {
        status: answer.status,
        text: textOf(answer.data),
        headers: Object.fromEntries(Object.entries(answer.headers)),
      },
      step,
    );
  };
}

function judge(answer: HttpAnswer, step: string): HttpAnswer {
  const { status, headers } = answer;
  const fault = `${step}/${status}`;
  if (status === 401) throw new InsightsTokenRefused(fault);
  if (status === 408 || status === 429 || status >= 500) {
    const askedSeconds = readRetryAfter(headers['retry-after']);
    throw new InsightsUnavailable(fault, { askedSeconds, throttled: status === 429 });
  }
  // A page for people in the place of data: something stands in front of Insights.
  if (/^text\/html\b/i.test(String(headers['content-type']))) throw new InsightsUnavailable(`${step}/html`);
  return answer;
}

/** Nothing of the original is kept: its configuration holds password and tokens. */
function errorOf(error: unknown, step: string): Error {
  if (!isAxiosError(error)) return new InsightsUnavailable(`${step}/unknown`);
  if (error.message.startsWith('maxContentLength')) return new ReportFailed(`${step}/too-large`);
  return new InsightsUnavailable(`${step}/${error.code ?? 'unknown'}`);
}

const textOf = (data: unknown): string => (typeof data === 'string' ? data : '');
