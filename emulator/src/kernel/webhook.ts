/** One HTTP request Twilio makes to its user. The kernel signs, faults, sends and journals it. */
export interface Webhook {
  /** The URL as configured: may carry `user:pass@`, a query, and a `#rc=…` connection override. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Sent urlencoded and signed as a form… */
  readonly form?: Readonly<Record<string, string>>;
  /** …or as JSON, signed with `bodySHA256`. */
  readonly json?: unknown;
  readonly contentType?: string;
  /** Groups deliveries for the fault plan: `taskrouter-event`, `assignment`, `twiml`, … */
  readonly kind: string;
  /** Milliseconds until Twilio gives up waiting for the answer. */
  readonly timeoutMs: number;
}

/** What a receiver answered. */
export interface WebhookAnswer {
  readonly status: number;
  readonly body: string;
  /** Media type in lower case, without parameters; absent when the answer names none. */
  readonly contentType?: string;
}

/** How a delivery ended: with an answer, or with none (refused, reset, timed out). */
export type DeliveryOutcome = WebhookAnswer | { readonly status: 'no-answer' };

/** Sends webhooks for the products. Resolves when this one delivery (with its connection retries) is over. */
export interface WebhookSender {
  send(webhook: Webhook): Promise<DeliveryOutcome>;
}
