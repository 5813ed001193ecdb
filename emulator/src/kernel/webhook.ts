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
  /** Groups deliveries for the fault plan: `taskrouter-event`, `event-stream`, `assignment`. */
  readonly kind: string;
  /** Milliseconds until Twilio gives up waiting for the answer. */
  readonly timeoutMs: number;
}

/** How a delivery ended: the HTTP status, or `no-answer` (refused, reset, timed out). */
export type DeliveryOutcome =
  { readonly status: number; readonly body: string } | { readonly status: 'no-answer' };

/** Sends webhooks for the products. Resolves when this one delivery (with its connection retries) is over. */
export interface WebhookSender {
  send(webhook: Webhook): Promise<DeliveryOutcome>;
}
