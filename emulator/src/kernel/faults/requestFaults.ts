import type { Clock } from '../clock';
import { refuseAsTwilio } from '../respond';
import type { Refusal, Reply } from '../route';
import { TwilioError } from '../twilioError';
import { HANG_LIMIT_MS, type RequestEffect } from './model';

/** How a request ends under its faults: an answer, or a connection cut without one. */
export type FaultedOutcome =
  | { readonly kind: 'answer'; readonly reply: Reply; readonly hidden?: Reply }
  | { readonly kind: 'cut'; readonly hidden?: Reply };

const wait = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.schedule(ms, resolve);
  });

/** 20429 is Twilio's code for too many requests; for other statuses 20000 + status is the pattern. */
function faultOf(effect: { status: number; code?: number; retryAfter?: number }): TwilioError {
  return new TwilioError(
    effect.status,
    effect.code ?? 20_000 + effect.status,
    effect.status === 429 ? 'Too Many Requests' : 'Injected by the fault plan',
    effect.retryAfter === undefined ? {} : { 'Retry-After': String(effect.retryAfter) },
  );
}

const htmlReply = (status: number): Reply => ({
  status,
  body: `<html><head><title>${status} Bad Gateway</title></head><body><h1>${status} Bad Gateway</h1></body></html>`,
  headers: { 'Content-Type': 'text/html' },
});

/**
 * Runs `perform` under the effects that struck: latencies first, then the first effect that replaces the answer
 * decides, and whether `perform` runs at all.
 */
export async function applyRequestFaults(
  effects: readonly RequestEffect[],
  clock: Clock,
  perform: () => Promise<Reply>,
  refusal: Refusal = refuseAsTwilio,
): Promise<FaultedOutcome> {
  for (const effect of effects) if (effect.type === 'latency') await wait(clock, effect.ms);
  const decisive = effects.find((effect) => effect.type !== 'latency');
  switch (decisive?.type) {
    case undefined:
      return { kind: 'answer', reply: await perform() };
    case 'status':
      return { kind: 'answer', reply: refusal(faultOf(decisive)) };
    case 'html':
      return { kind: 'answer', reply: htmlReply(decisive.status ?? 502) };
    case 'refuse':
      return { kind: 'cut' };
    case 'status-after': {
      const hidden = await perform();
      return { kind: 'answer', reply: refusal(faultOf(decisive)), hidden };
    }
    case 'lost-response':
      return { kind: 'cut', hidden: await perform() };
    case 'hang': {
      const hidden = decisive.afterEffect === true ? { hidden: await perform() } : {};
      await wait(clock, HANG_LIMIT_MS);
      return { kind: 'cut', ...hidden };
    }
  }
}
