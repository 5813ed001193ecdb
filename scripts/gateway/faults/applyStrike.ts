import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../refuse';
import type { Effect, Strike } from './faults';

/** Real milliseconds after which a request that is never answered is cut, as the local Twilio does it. */
const HANG_LIMIT_MS = 120_000;

export interface Passage {
  /** Lets the function answer the caller. */
  readonly deliver: () => Promise<void>;
  /** Lets the function do its work, unheard. */
  readonly discard: () => Promise<void>;
}

/** Lets a request pass as what struck it allows: latencies first, then the first effect that replaces the answer. */
export async function applyStrike(
  { online, effects }: Strike,
  request: IncomingMessage,
  answer: ServerResponse,
  { deliver, discard }: Passage,
): Promise<void> {
  const cut = (): void => void request.socket.destroy();
  if (!online) {
    cut();
    return;
  }
  for (const effect of effects) if (effect.type === 'latency') await pause(effect.ms, answer);
  const decisive = effects.find((effect) => effect.type !== 'latency');
  switch (decisive?.type) {
    case undefined:
      await deliver();
      return;
    case 'refuse':
      cut();
      return;
    case 'lost-response':
      await discard();
      cut();
      return;
    case 'hang':
      if (decisive.afterEffect === true) await discard();
      await pause(HANG_LIMIT_MS, answer);
      cut();
      return;
    case 'status-after':
      await discard();
      answerInstead(decisive, answer);
      return;
    case 'status':
      answerInstead(decisive, answer);
      return;
    case 'html':
      refuse(answer, decisive.status ?? 502, '<html><body><h1>Bad Gateway</h1></body></html>');
  }
}

/** As the platform answers in a function's place: no CORS headers, so that a page sees a network error. */
function answerInstead(
  { status, retryAfter }: Extract<Effect, { status: number; retryAfter?: unknown }>,
  answer: ServerResponse,
): void {
  if (retryAfter !== undefined) answer.setHeader('retry-after', String(retryAfter));
  refuse(answer, status, 'Injected by the fault plan\n');
}

/** Ends early when the caller goes away. */
const pause = (ms: number, answer: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    answer.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
