export { deliverEventStreams } from './deliverEventStreams';
export type { EventPublisher } from './eventStreams';
export { eventsProduct, type EventsProduct } from './eventsProduct';
export type { CloudEvent, StreamEvent } from './model';
export type { EventStreamOptions } from './options';
