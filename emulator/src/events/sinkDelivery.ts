import type { Cancel } from '../kernel/clock';
import type { KernelContext } from '../kernel/context';
import type { DeliveryOutcome } from '../kernel/webhook';
import type { CloudEvent, SinkConfiguration } from './model';
import type { EventStreamOptions } from './options';
import { judgeOutcome } from './judgeOutcome';
import { pauseBeforeRetry } from './pauseBeforeRetry';

/** One sink's deliveries: at least once, unordered, bounded. */
export interface SinkDelivery {
  enqueue(event: CloudEvent): void;
  /** Events lost so far: refused by the receiver, given up, or above the bound. */
  dropped(): number;
  /** The sink is gone: nothing is sent or retried any more. */
  stop(): void;
}

/**
 * Delivers a sink's events as JSON arrays. Batches don't wait for each other, so a retried one arrives after younger
 * ones: Event Streams promises no order.
 */
export function createSinkDelivery(
  context: KernelContext,
  sink: SinkConfiguration,
  options: EventStreamOptions,
): SinkDelivery {
  const timers = new Set<Cancel>();
  let gathered: CloudEvent[] = [];
  let closeWindow: Cancel | undefined;
  let pending = 0;
  let dropped = 0;
  let stopped = false;

  const later = (delayMs: number, callback: () => void): Cancel => {
    const cancelTimer = context.clock.schedule(delayMs, () => {
      timers.delete(cancel);
      callback();
    });
    const cancel = (): void => {
      timers.delete(cancel);
      cancelTimer();
    };
    timers.add(cancel);
    return cancel;
  };

  const post = (batch: readonly CloudEvent[]): Promise<DeliveryOutcome> =>
    context.webhooks.send({
      url: withoutFragment(sink.destination),
      method: sink.method,
      json: batch,
      contentType: 'application/json',
      kind: 'event-stream',
      timeoutMs: options.answerTimeoutMs,
    });

  const attempt = async (batch: readonly CloudEvent[], firstAt: number, attempts: number): Promise<void> => {
    const verdict = judgeOutcome(await post(batch));
    if (stopped) return;
    if (verdict === 'retry') {
      const pauseMs = pauseBeforeRetry(attempts, options, context.random);
      if (context.clock.now() + pauseMs - firstAt <= options.retryForMs) {
        later(pauseMs, () => void attempt(batch, firstAt, attempts + 1));
        return;
      }
    }
    pending -= batch.length;
    if (verdict !== 'acknowledged') dropped += batch.length;
  };

  const flush = (): void => {
    closeWindow?.();
    closeWindow = undefined;
    const batch = gathered;
    gathered = [];
    void attempt(batch, context.clock.now(), 1);
  };

  return {
    enqueue(event) {
      if (stopped) return;
      if (pending >= options.maxPendingEvents) {
        dropped += 1;
        return;
      }
      pending += 1;
      gathered.push(event);
      if (!sink.batchEvents || gathered.length >= options.maxBatchSize) flush();
      else closeWindow ??= later(options.batchWindowMs, flush);
    },
    dropped: () => dropped,
    stop() {
      stopped = true;
      for (const cancel of [...timers]) cancel();
      gathered = [];
    },
  };
}

/** Event Streams doesn't support connection overrides (docs: webhook quickstart). */
const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
