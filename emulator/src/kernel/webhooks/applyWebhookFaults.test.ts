import { seededRandom } from '../random';
import { createVirtualClock } from '../virtualClock';
import type { Webhook } from '../webhook';
import type { WebhookEffect } from '../faults/model';
import { createWebhookFaults } from './applyWebhookFaults';

interface Delivery {
  readonly at: number;
  readonly webhook: Webhook;
  readonly copies: number;
}

function createDelivery() {
  const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
  const deliveries: Delivery[] = [];
  const faults = createWebhookFaults(clock, seededRandom(3), (webhook, { copies }) => {
    deliveries.push({ at: clock.now(), webhook, copies });
    return Promise.resolve({ status: 204, body: '' });
  });
  const apply = (webhook: Webhook, ...effects: WebhookEffect[]) => faults.apply(webhook, effects);
  return { clock, deliveries, apply };
}

const webhook = (json: unknown, url = 'http://localhost/'): Webhook => ({
  url,
  method: 'POST',
  json,
  kind: 'event-stream',
  timeoutMs: 5_000,
});

describe('faults of webhooks', () => {
  it('go out at once without any', async () => {
    const { apply, deliveries } = createDelivery();

    await expect(apply(webhook([1]))).resolves.toEqual({ status: 204, body: '' });

    expect(deliveries).toMatchObject([{ at: 0, copies: 1 }]);
  });

  it('are sent again by duplicate', async () => {
    const { apply, deliveries } = createDelivery();

    await apply(webhook([1]), { type: 'duplicate' });
    await apply(webhook([1]), { type: 'duplicate', copies: 3 });

    expect(deliveries.map(({ copies }) => copies)).toEqual([2, 4]);
  });

  it('wait in virtual time by delay', async () => {
    const { apply, deliveries, clock } = createDelivery();
    const sending = apply(webhook([1]), { type: 'delay', ms: 60_000 });

    await clock.advance(60_000);
    await sending;

    expect(deliveries).toMatchObject([{ at: 60_000 }]);
  });

  it('overtake each other by reorder, within the window', async () => {
    const { apply, deliveries, clock } = createDelivery();
    const sent = [1, 2, 3, 4, 5, 6, 7, 8];
    const sending = sent.map((n) => apply(webhook(n), { type: 'reorder', windowMs: 100 }));

    await clock.advance(100);
    await Promise.all(sending);

    const order = deliveries.map((delivery) => delivery.webhook.json);
    expect(order).not.toEqual(sent);
    expect([...order].sort()).toEqual(sent);
  });

  it('are joined by batch when their bodies are lists for one URL', async () => {
    const { apply, deliveries, clock } = createDelivery();
    const batch = { type: 'batch', windowMs: 50 } as const;
    const sending = [
      apply(webhook(['a']), batch),
      apply(webhook(['b', 'c']), batch),
      apply(webhook(['d'], 'http://localhost/other'), batch),
      apply(webhook({ not: 'a list' }), batch),
    ];

    await clock.advance(50);
    await Promise.all(sending);
    const late = apply(webhook(['e']), batch);
    await clock.advance(50);
    await late;

    expect(deliveries.map((delivery) => [delivery.at, delivery.webhook.json])).toEqual([
      [0, { not: 'a list' }],
      [50, ['a', 'b', 'c']],
      [50, ['d']],
      [100, ['e']],
    ]);
  });
});
