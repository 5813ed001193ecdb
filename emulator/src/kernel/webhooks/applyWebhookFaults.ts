import type { Clock } from '../clock';
import type { WebhookEffect } from '../faults/model';
import type { Random } from '../random';
import type { DeliveryOutcome, Webhook } from '../webhook';

/** Sends a webhook `copies` times under one idempotency token and resolves with what the first copy got. */
export type Deliver = (
  webhook: Webhook,
  how: { readonly copies: number; readonly faults: readonly string[] },
) => Promise<DeliveryOutcome>;

export interface WebhookFaults {
  /** `drop` is not for here: a dropped webhook never gets this far. */
  apply(webhook: Webhook, effects: readonly WebhookEffect[]): Promise<DeliveryOutcome>;
}

interface Batch {
  readonly items: unknown[];
  readonly outcome: Promise<DeliveryOutcome>;
}

const MAX_BATCH_ITEMS = 1_000;

/** Carries out what the fault plan says about webhooks; waits are virtual time, shuffles come from the seed. */
export function createWebhookFaults(clock: Clock, random: Random, deliver: Deliver): WebhookFaults {
  const openBatches = new Map<string, Batch>();

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.schedule(ms, resolve);
    });

  const joinBatch = (
    webhook: Webhook,
    items: readonly unknown[],
    windowMs: number,
    how: Parameters<Deliver>[1],
  ): Promise<DeliveryOutcome> => {
    const open = openBatches.get(webhook.url);
    if (open && open.items.length < MAX_BATCH_ITEMS) {
      open.items.push(...items);
      return open.outcome;
    }
    const collected: unknown[] = [...items];
    const outcome = wait(windowMs).then(() => {
      if (openBatches.get(webhook.url)?.items === collected) openBatches.delete(webhook.url);
      return deliver({ ...webhook, json: collected }, how);
    });
    openBatches.set(webhook.url, { items: collected, outcome });
    return outcome;
  };

  return {
    async apply(webhook, effects) {
      let copies = 1;
      let waitMs = 0;
      let windowMs: number | undefined;
      for (const effect of effects) {
        if (effect.type === 'duplicate') copies += effect.copies ?? 1;
        if (effect.type === 'delay') waitMs += effect.ms;
        if (effect.type === 'reorder') waitMs += Math.floor(random.next() * (effect.windowMs + 1));
        if (effect.type === 'batch') windowMs = effect.windowMs;
      }
      const how = { copies, faults: effects.map((effect) => effect.type) };
      if (waitMs > 0) await wait(waitMs);
      if (windowMs !== undefined && Array.isArray(webhook.json)) {
        return joinBatch(webhook, webhook.json, windowMs, how);
      }
      return deliver(webhook, how);
    },
  };
}
