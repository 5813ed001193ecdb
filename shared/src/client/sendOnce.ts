import type * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import type { CallFailure, CallResult } from './callResult';
import { readAnswer } from './readAnswer';

interface Attempt {
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly body: URLSearchParams;
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
}

/** One attempt, given up after `limitMs`; never rejects. */
export async function sendOnce<Response extends z.ZodMiniType>(
  { fetch, url, body, limitMs, signal }: Attempt,
  contract: Contract<z.ZodMiniType, Response>,
): Promise<CallResult<z.infer<Response>>> {
  if (signal?.aborted) return ABORTED;
  const attempt = new AbortController();
  const abort = () => {
    attempt.abort();
  };
  const timer = setTimeout(abort, limitMs);
  signal?.addEventListener('abort', abort);
  try {
    // A form makes this a simple request: no preflight, and nothing but the token says who calls.
    const response = await fetch(url, {
      method: 'POST',
      body,
      credentials: 'omit',
      signal: attempt.signal,
    });
    return await readAnswer(response, contract);
  } catch {
    return signal?.aborted ? ABORTED : UNREACHED;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const SILENT = {
  ok: false,
  details: [],
  status: undefined,
  retryAfterSeconds: undefined,
  correlationId: undefined,
} as const;

const ABORTED: CallFailure = { ...SILENT, code: 'aborted', message: 'The call was called off.' };

const UNREACHED: CallFailure = { ...SILENT, code: 'network', message: 'The service could not be reached.' };
