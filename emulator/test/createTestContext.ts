import type { ControllableClock } from '../src/kernel/clock';
import type { KernelContext } from '../src/kernel/context';
import { seededRandom } from '../src/kernel/random';
import { createVirtualClock } from '../src/kernel/virtualClock';
import type { DeliveryOutcome, Webhook } from '../src/kernel/webhook';

/** A context on a stopped clock whose webhooks go to `answer` instead of a socket. */
export interface TestContext extends KernelContext {
  readonly clock: ControllableClock;
  /** Every webhook sent so far, in order. */
  readonly sent: readonly Webhook[];
}

export const TEST_START_MS = Date.UTC(2026, 0, 1);

/** @param answer what the receiver does with the nth webhook (from 0); 204 unless given */
export function createTestContext(
  answer: (webhook: Webhook, index: number) => DeliveryOutcome | Promise<DeliveryOutcome> = () => ({
    status: 204,
    body: '',
  }),
): TestContext {
  const sent: Webhook[] = [];
  return {
    accountSid: `AC${'0'.repeat(31)}1`,
    authToken: 'token-of-the-test-account',
    clock: createVirtualClock({ mode: 'paused', startMs: TEST_START_MS }),
    random: seededRandom(7),
    sent,
    webhooks: {
      send: async (webhook) => {
        sent.push(webhook);
        return await answer(webhook, sent.length - 1);
      },
    },
  };
}
