import type { Journal } from '../journal';
import { redactBody } from '../redact';
import { splitUrl } from '../splitUrl';
import type { Webhook } from '../webhook';

/** One attempt to deliver a webhook, or the reason why none was made. */
export interface DeliveryRecord {
  readonly webhook: Webhook;
  readonly host: string;
  readonly pathAndQuery: string;
  readonly body: string;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly durationMs: number;
  readonly faults: readonly string[];
  readonly note?: string;
}

/** Writes a delivery into the journal, without secrets. */
export function recordDelivery(journal: Journal, delivery: DeliveryRecord): void {
  const { path, query } = splitUrl(delivery.pathAndQuery);
  const body = redactBody(delivery.body);
  journal.record({
    direction: 'out',
    host: delivery.host,
    method: delivery.webhook.method,
    path,
    query: [...new Set(query.keys())],
    ...(body === undefined ? {} : { body }),
    kind: delivery.webhook.kind,
    status: delivery.status,
    durationMs: delivery.durationMs,
    faults: delivery.faults,
    ...(delivery.note === undefined ? {} : { note: delivery.note }),
  });
}
