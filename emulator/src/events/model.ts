import type { SinkDelivery } from './sinkDelivery';

/** Where events go. Only webhooks exist here. */
export interface Sink {
  readonly sid: string;
  description: string;
  readonly configuration: SinkConfiguration;
  readonly dateCreated: number;
  dateUpdated: number;
  readonly delivery: SinkDelivery;
  /** The `test_id` of the last test event sent. */
  lastTestId: string | null;
}

export interface SinkConfiguration {
  /** May carry `user:pass@`: Event Streams then sends basic auth (docs: webhook quickstart). */
  readonly destination: string;
  readonly method: 'POST';
  readonly batchEvents: boolean;
}

/** Which events go to a sink. */
export interface Subscription {
  readonly sid: string;
  readonly sinkSid: string;
  description: string;
  readonly dateCreated: number;
  dateUpdated: number;
  /** Schema version by event type. */
  readonly types: Map<string, number>;
}

/** Something that happened, before a subscription's schema version makes it an envelope. Dates are epoch ms. */
export interface StreamEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** CloudEvents 1.0, as Event Streams fills it. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly type: string;
  readonly source: string;
  readonly id: string;
  /** ISO-8601 with milliseconds. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly data: Readonly<Record<string, unknown>>;
}
