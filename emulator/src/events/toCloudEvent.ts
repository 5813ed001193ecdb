import { EVENT_TYPES } from './catalogue';
import type { CloudEvent, StreamEvent } from './model';

/** The envelope of an event for a subscription that asked for this version of its schema. */
export const toCloudEvent = (event: StreamEvent, schemaVersion: number): CloudEvent => ({
  specversion: '1.0',
  type: event.type,
  source: event.source,
  id: event.id,
  time: new Date(event.at).toISOString(),
  datacontenttype: 'application/json',
  dataschema: `https://events-schemas.twilio.com/${EVENT_TYPES.get(event.type)?.schemaId ?? ''}/${schemaVersion}`,
  data: event.data,
});
