import type * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import { FailureBody } from '../contracts/failure';
import type { CallFailure, CallResult } from './callResult';

/** An HTTP response as the contract's result; rejects only when reading the body does. */
export async function readAnswer<Response extends z.ZodMiniType>(
  response: globalThis.Response,
  contract: Contract<z.ZodMiniType, Response>,
): Promise<CallResult<z.infer<Response>>> {
  const { status, headers } = response;
  const body = parseJson(await response.text());
  const correlationId = headers.get('X-Correlation-Id') ?? undefined;
  if (Object.keys(contract.successes).includes(String(status))) {
    const parsed = contract.response.safeParse(body);
    if (parsed.success) {
      const replayed = headers.get('X-Idempotent-Replay') === 'true';
      return { ok: true, status, body: parsed.data, replayed, correlationId };
    }
  }
  const failure = FailureBody.safeParse(body);
  const about = {
    ok: false,
    status,
    correlationId,
    retryAfterSeconds: readSeconds(headers.get('Retry-After')),
  } as const;
  if (!failure.success || status < 400) return { ...about, ...UNREADABLE };
  const { code, error: message, details, hint } = failure.data;
  return { ...about, code, message, details: details ?? [], ...(hint !== undefined && { hint }) };
}

const UNREADABLE = {
  code: 'bad_response',
  message: 'The service gave an answer that could not be understood.',
  details: [],
} as const satisfies Partial<CallFailure>;

// The date form of Retry-After is in no use by Twilio or by us, and would need the server's clock.
const readSeconds = (text: string | null): number | undefined =>
  text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
