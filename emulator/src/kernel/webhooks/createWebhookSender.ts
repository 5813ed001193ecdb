import { setMaxListeners } from 'node:events';
import type { FaultPlan } from '../faults/faultPlan';
import type { WebhookSender } from '../webhook';
import { createWebhookFaults } from './applyWebhookFaults';
import { createDeliverer, type DelivererOptions } from './deliver';
import { limitConcurrency, QueueOverflow } from './limitConcurrency';
import { recordDelivery } from './recordDelivery';
import { readWebhookUrl } from './webhookUrl';
import { splitUrl } from '../splitUrl';

export interface WebhookSenderOptions extends Omit<DelivererOptions, 'signal'> {
  readonly faults: FaultPlan;
  /** Deliveries of one kind under way to one host at once, 64 unless given. */
  readonly maxConcurrent?: number;
  /** Deliveries waiting behind them before new ones are lost, 10,000 unless given. */
  readonly maxWaiting?: number;
}

/** A sender that can be stopped; what is under way then ends as `no-answer`. */
export interface StoppableWebhookSender extends WebhookSender {
  stop(): void;
}

/** The one way out of the local Twilio: fault plan, signature, delivery, retries and journal for every webhook. */
export function createWebhookSender(options: WebhookSenderOptions): StoppableWebhookSender {
  const { faults, clock, random, journal, maxConcurrent = 64, maxWaiting = 10_000 } = options;
  const stopped = new AbortController();
  // One listener per delivery under way is no leak; `maxConcurrent` bounds them per host and kind.
  setMaxListeners(0, stopped.signal);
  const limit = limitConcurrency(maxConcurrent, maxWaiting);
  const deliver = createDeliverer({ ...options, signal: stopped.signal });
  const webhookFaults = createWebhookFaults(clock, random, (webhook, how) =>
    // By host and kind: a receiver of events that hangs must not hold up assignments, or anybody else.
    limit(`${webhook.kind} to ${readWebhookUrl(webhook.url)?.host ?? ''}`, () => deliver(webhook, how)),
  );

  return {
    async send(webhook) {
      const url = readWebhookUrl(webhook.url);
      const host = url?.host ?? '';
      const pathAndQuery = url?.pathAndQuery ?? '';
      const path = splitUrl(pathAndQuery).path;
      const effects = faults.strikeWebhook({
        host: url?.hostname ?? '',
        method: webhook.method,
        path,
        kind: webhook.kind,
      });
      const lose = (note: string): { status: 'no-answer' } => {
        const names = effects.map((effect) => effect.type);
        recordDelivery(journal, {
          webhook,
          host,
          pathAndQuery,
          body: '',
          status: 0,
          durationMs: 0,
          faults: names,
          note,
        });
        return { status: 'no-answer' };
      };
      if (stopped.signal.aborted) return lose('stopped');
      if (effects.some((effect) => effect.type === 'drop')) return lose('dropped by the fault plan');
      try {
        return await webhookFaults.apply(webhook, effects);
      } catch (error) {
        if (error instanceof QueueOverflow) return lose('lost: too many webhooks are waiting');
        throw error;
      }
    },
    stop: () => {
      stopped.abort();
    },
  };
}
