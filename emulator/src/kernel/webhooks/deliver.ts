import type { HoldableClock } from '../clock';
import type { Journal } from '../journal';
import type { Random } from '../random';
import type { DeliveryOutcome, Webhook } from '../webhook';
import type { Deliver } from './applyWebhookFaults';
import { attempt, type AttemptResult } from './attempt';
import { readConnectionOverrides, type FailureClass } from './connectionOverrides';
import type { PublicHosts } from './publicHosts';
import { recordDelivery } from './recordDelivery';
import { signRequest } from './signedRequest';
import { readWebhookUrl } from './webhookUrl';

export interface DelivererOptions {
  readonly authToken: string;
  readonly clock: HoldableClock;
  /** Names the deliveries. */
  readonly random: Random;
  readonly journal: Journal;
  readonly publicHosts: PublicHosts;
  /** Cuts what is under way. */
  readonly signal: AbortSignal;
}

function classify(result: AttemptResult): FailureClass | undefined {
  if (result.kind === 'failed') return result.failure;
  const { status } = result.answer;
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : undefined;
}

const toOutcome = (result: AttemptResult): DeliveryOutcome =>
  result.kind === 'answer' ? result.answer : { status: 'no-answer' };

/** Thirty-two hex digits as a UUID, the form of Twilio's idempotency tokens. */
const toUuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Builds what signs, sends, retries as the URL's fragment says, and journals every attempt. It never rejects. */
export function createDeliverer(options: DelivererOptions): Deliver {
  const { authToken, clock, random, journal, publicHosts, signal } = options;

  const deliverOnce = async (
    webhook: Webhook,
    deliveryId: string,
    faults: readonly string[],
  ): Promise<DeliveryOutcome> => {
    const url = readWebhookUrl(webhook.url);
    const origin = url && publicHosts.resolve(url);
    if (!url || !origin) {
      const note = url
        ? `refused: ${url.host} is no host of this machine (see /_emulator/public-hosts)`
        : 'refused: not an http URL';
      recordDelivery(journal, {
        webhook,
        host: url?.host ?? '',
        pathAndQuery: url?.pathAndQuery ?? '',
        body: '',
        status: 0,
        durationMs: 0,
        faults,
        note,
      });
      return { status: 'no-answer' };
    }
    const { method, headers, body, pathAndQuery } = signRequest(webhook, url, authToken, deliveryId);
    const overrides = readConnectionOverrides(url.fragment, webhook.timeoutMs);
    const startedAt = clock.now();
    for (let retriesLeft = overrides.retries; ; retriesLeft--) {
      const leftMs = overrides.totalMs - (clock.now() - startedAt);
      const attemptStartedMs = performance.now();
      const running = attempt(
        {
          url: origin + pathAndQuery,
          method,
          headers,
          body,
          connectMs: Math.min(overrides.connectMs, leftMs),
          readMs: Math.min(overrides.readMs, leftMs),
        },
        clock,
        signal,
      );
      clock.hold(running);
      const result = await running;
      recordDelivery(journal, {
        webhook,
        host: url.host,
        pathAndQuery,
        body,
        status: result.kind === 'answer' ? result.answer.status : 0,
        durationMs: Math.round(performance.now() - attemptStartedMs),
        faults,
        ...(result.kind === 'failed'
          ? { note: result.failure === 'ct' ? 'no connection' : 'no answer in time' }
          : {}),
      });
      const failure = classify(result);
      const isOver = signal.aborted || clock.now() - startedAt >= overrides.totalMs;
      if (!failure || retriesLeft <= 0 || isOver || !overrides.retryOn.has(failure)) return toOutcome(result);
    }
  };

  return async (webhook, { copies, faults }) => {
    const deliveryId = toUuid(random.sid(''));
    const all = Array.from({ length: copies }, () => deliverOnce(webhook, deliveryId, faults));
    const [first] = await Promise.all(all);
    return first ?? { status: 'no-answer' };
  };
}
