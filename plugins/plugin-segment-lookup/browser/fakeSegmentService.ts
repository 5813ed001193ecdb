import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { FAILURE_STATUS, getSegmentIdContract, type FailureCode } from '@patchbay/shared/contracts';
import type * as z from 'zod/mini';

/** What the service answers: a body of the contract with its status, or a failure. */
export type Answer =
  | { readonly segmentIds: readonly string[] }
  | { readonly pending: string }
  | { readonly fails: FailureCode; readonly retryAfterSeconds?: number };

type Asked = z.infer<typeof getSegmentIdContract.request> & { readonly token: string | null };

/** Not the service: HTTP with its contract and its CORS headers, and answers that a scene gives. */
export interface FakeSegmentService {
  readonly origin: string;
  /** What was asked, as the contract reads it, oldest first. */
  readonly asked: readonly Asked[];
  /** Answers the next questions for a task so, the last answer for ever; an unknown task is not found. */
  answer(taskSid: string, ...answers: readonly Answer[]): void;
  /** Has a task's answers wait until what is returned is called. */
  hold(taskSid: string): () => void;
  /** Forgets what was asked and is to be answered. */
  clear(): void;
  stop(): Promise<void>;
}

/** Of a token the service answers with 403, as the published lookup did. */
const PUBLISHED_STATUS: Readonly<Partial<Record<FailureCode, number>>> = {
  token_missing: 403,
  token_refused: 403,
};

/** Starts a service on a free port of this machine. */
export async function startFakeSegmentService(): Promise<FakeSegmentService> {
  const answers = new Map<string, readonly Answer[]>();
  const held = new Map<string, Promise<void>>();
  const asked: Asked[] = [];

  const answerTo = (taskSid: string): Answer => {
    const [next, ...later] = answers.get(taskSid) ?? [];
    if (later.length > 0) answers.set(taskSid, later);
    return next ?? { fails: 'not_found' };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fields = new URLSearchParams(await text(request));
    const parsed = getSegmentIdContract.request.safeParse({
      TaskSid: fields.get('TaskSid') ?? undefined,
      canContinue: fields.has('canContinue') ? fields.get('canContinue') === 'true' : undefined,
      continuation: fields.get('continuation') ?? undefined,
    });
    if (request.url !== `/${getSegmentIdContract.name}` || !parsed.success) {
      send(request, response, { fails: 'validation_failed' });
      return;
    }
    asked.push({ ...parsed.data, token: fields.get('Token') });
    const answer = answerTo(parsed.data.TaskSid);
    await held.get(parsed.data.TaskSid);
    send(request, response, answer);
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    asked,
    answer: (taskSid, ...next) => {
      answers.set(taskSid, next);
    },
    hold: (taskSid) => {
      let release = (): void => undefined;
      held.set(
        taskSid,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        release();
      };
    },
    clear: () => {
      answers.clear();
      held.clear();
      asked.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, body, headers } = render(answer);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': request.headers.origin ?? 'null',
    'Access-Control-Expose-Headers': 'Retry-After, X-Correlation-Id',
    Vary: 'Origin',
    'X-Correlation-Id': 'fake-request-0001',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function render(answer: Answer): {
  status: number;
  body: object;
  headers?: Readonly<Record<string, string>>;
} {
  if ('segmentIds' in answer) return { status: 200, body: { segment_ids: answer.segmentIds } };
  if ('pending' in answer) return { status: 202, body: { status: 'pending', continuation: answer.pending } };
  const { fails: code, retryAfterSeconds } = answer;
  return {
    status: PUBLISHED_STATUS[code] ?? FAILURE_STATUS[code],
    body: { success: false, error: code, code },
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } }),
  };
}
