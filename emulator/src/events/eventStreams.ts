import type { KernelContext } from '../kernel/context';
import type { EventStreamOptions } from './options';
import type { Sink, StreamEvent, Subscription } from './model';

/** The account's sinks and subscriptions. */
export interface EventStreams {
  readonly context: KernelContext;
  readonly options: EventStreamOptions;
  readonly sinks: Map<string, Sink>;
  readonly subscriptions: Map<string, Subscription>;
}

/** Sinks, and likewise subscriptions, an account may have (docs: Event Streams limits). */
export const MAX_SINKS_AND_SUBSCRIPTIONS = 100;

/** A source of events gives its events here. */
export interface EventPublisher {
  /** Whether any subscription asks for this type: an event nobody wants needn't be built. */
  isWanted(type: string): boolean;
  /** Sends the event to the sink of every subscription that asks for its type. */
  publish(event: StreamEvent): void;
}
