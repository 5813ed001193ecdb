import type { LogFields } from '../endpoint/ports';
import { PatchbayError } from './patchbayError';

const CAUSES = 4;
const FRAMES = 8;

/**
 * An error as log fields: names, codes and stack frames. The message only where it can't hold upstream text: our own
 * errors and the engine's complaints about code. A SyntaxError is not among those: JSON.parse quotes its input.
 */
export function describeError(error: unknown): LogFields {
  const chain = causesOf(error);
  const first = chain[0];
  return {
    error: chain.map(nameOf).join(' < '),
    ...(hasOwnWords(first) && { message: first.message }),
    ...(first instanceof Error && { stack: framesOf(first) }),
  };
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [error];
  let current = error;
  while (chain.length < CAUSES && current instanceof Error && current.cause !== undefined) {
    current = current.cause;
    chain.push(current);
  }
  return chain;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code =
    'code' in error && ['string', 'number'].includes(typeof error.code) ? ` ${String(error.code)}` : '';
  return `${error.name}${code}`;
}

const hasOwnWords = (error: unknown): error is Error =>
  error instanceof PatchbayError ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ReferenceError;

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
    .join(' | ');
