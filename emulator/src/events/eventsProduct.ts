import type { KernelContext } from '../kernel/context';
import { forkRandom } from '../kernel/random';
import type { Product } from '../kernel/route';
import type { EventPublisher, EventStreams } from './eventStreams';
import { DEFAULT_EVENT_STREAM_OPTIONS, type EventStreamOptions } from './options';
import { sinkRoutes } from './sinkRoutes';
import { sinkTestRoutes } from './sinkTestRoutes';
import { subscribedEventRoutes } from './subscribedEventRoutes';
import { subscriptionRoutes } from './subscriptionRoutes';
import { toCloudEvent } from './toCloudEvent';
import { typeRoutes } from './typeRoutes';

/** The local Event Streams: a Product for the kernel, and where other products give their events. */
export interface EventsProduct extends Product, EventPublisher {
  /** Events lost so far over all sinks that still exist. */
  dropped(): number;
  /** Ends all deliveries. */
  stop(): void;
}

/** Event Streams' REST API and its delivery to webhook sinks, in memory on the context's clock. */
export function eventsProduct(
  context: KernelContext,
  options: Partial<EventStreamOptions> = {},
): EventsProduct {
  const streams: EventStreams = {
    context: { ...context, random: forkRandom(context.random) },
    options: { ...DEFAULT_EVENT_STREAM_OPTIONS, ...options },
    sinks: new Map(),
    subscriptions: new Map(),
  };
  return {
    name: 'events',
    routes: [
      ...sinkRoutes(streams),
      ...sinkTestRoutes(streams),
      ...subscriptionRoutes(streams),
      ...subscribedEventRoutes(streams),
      ...typeRoutes(),
    ],
    isWanted: (type) => [...streams.subscriptions.values()].some(({ types }) => types.has(type)),
    publish(event) {
      for (const { sinkSid, types } of streams.subscriptions.values()) {
        const version = types.get(event.type);
        if (version !== undefined) streams.sinks.get(sinkSid)?.delivery.enqueue(toCloudEvent(event, version));
      }
    },
    dropped: () => [...streams.sinks.values()].reduce((sum, { delivery }) => sum + delivery.dropped(), 0),
    stop() {
      for (const { delivery } of streams.sinks.values()) delivery.stop();
    },
  };
}
