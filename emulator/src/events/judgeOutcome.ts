import type { DeliveryOutcome } from '../kernel/webhook';

/** What a receiver's answer means: 2xx acknowledges; 429, 5xx and silence are retried; anything else loses the events. */
export function judgeOutcome(outcome: DeliveryOutcome): 'acknowledged' | 'retry' | 'discarded' {
  const { status } = outcome;
  if (status === 'no-answer' || status === 429 || status >= 500) return 'retry';
  return status >= 200 && status < 300 ? 'acknowledged' : 'discarded';
}
