import type * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import type { CallFailure, CallResult } from './callResult';
import { encodeForm } from './encodeForm';
import { mayRetry } from './mayRetry';
import type { Means } from './pageMeans';
import { pageMeans } from './pageMeans';
import type { Rhythm } from './rhythm';
import { pauseBefore } from './rhythm';
import { sendOnce } from './sendOnce';

export interface ClientOptions {
  /** The service's address, e.g. `https://example.twil.io`. */
  readonly baseUrl: string;
  /** The current Flex token; asked for before every attempt, because Flex renews it. */
  readonly token: () => string;
  /** Told before each pause, e.g. to say "still working". */
  readonly onRetry?: (failure: CallFailure, attempt: number, pauseMs: number) => void;
  readonly rhythm?: Partial<Rhythm>;
  readonly means?: Partial<Means>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** One per click; made up when absent. Every attempt of this call carries the same. */
  readonly idempotencyKey?: string;
}

/** Calls our services from a page. */
export interface Client {
  /** Calls an endpoint with its contract's input; rejects only when `token` throws. */
  call<Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
    contract: Contract<Request, Response>,
    input: z.input<Request>,
    options?: CallOptions,
  ): Promise<CallResult<z.infer<Response>>>;
}

const RHYTHM: Rhythm = {
  // Enough to outlast the lease of a killed request, asking every two seconds.
  attempts: 8,
  attemptMs: 12_000,
  totalMs: 30_000,
  firstPauseMs: 300,
  longestPauseMs: 5_000,
};

/**
 * A client of one service. A call is a form POST, also where the contract says GET: the token stays out of URLs and the
 * browser needs no preflight. `idempotencyKey` travels as a field, which contracts that don't declare it ignore.
 */
export function createClient(options: ClientOptions): Client {
  const { newKey, now, random, sleep, fetch } = { ...pageMeans, ...options.means };
  const rhythm = { ...RHYTHM, ...options.rhythm };
  const base = options.baseUrl.replace(/\/+$/, '');
  return {
    async call(contract, input, { signal, idempotencyKey = newKey() } = {}) {
      const end = now() + rhythm.totalMs;
      for (let attempt = 1; ; attempt += 1) {
        const body = encodeForm({ idempotencyKey }, input, { Token: options.token() });
        const limitMs = Math.min(rhythm.attemptMs, end - now());
        const result = await sendOnce(
          { fetch, url: `${base}/${contract.name}`, body, limitMs, signal },
          contract,
        );
        if (result.ok || attempt >= rhythm.attempts || !mayRetry(result, contract.idempotent)) return result;

        const pauseMs = pauseBefore(attempt, result.retryAfterSeconds, rhythm, random);
        if (now() + pauseMs >= end) return result;
        options.onRetry?.(result, attempt, pauseMs);
        await sleep(pauseMs, signal);
      }
    },
  };
}
