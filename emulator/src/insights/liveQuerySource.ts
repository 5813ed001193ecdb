import type { Clock } from '../kernel/clock';
import type { SubscriptionRequest, SubscriptionSource } from '../sync/subscriptions/source';
import { compileQuery } from './query/compileQuery';
import { InvalidQuery } from './query/invalidQuery';
import { queryId } from './queryId';
import { requireInsights } from './requireInsights';
import type { Row } from './table';
import type { Tables } from './tables';

/** Live queries as things to subscribe to, besides Sync's objects. */
export function createLiveQuerySource(clock: Clock, tables: Tables): SubscriptionSource {
  return {
    objectTypes: ['live_query'],
    establish(request) {
      requireInsights(request.session);
      const { objectSid, indexName = '', queryString = '' } = request;
      const table = tables.get(indexName);
      if (objectSid !== queryId(indexName, queryString)) throw new InvalidQuery(`its id is not ${objectSid}`);
      const matches = compileQuery(queryString);
      const isIn = (row: Row | undefined): boolean => row !== undefined && matches(row.data);
      let live = true;

      const { lastEventId } = table;
      if (request.lastEventId !== undefined && request.lastEventId !== lastEventId) {
        tell(request, 'live_query_updated', { items: table.rows().filter(isIn), last_event_id: lastEventId });
      }
      const stop = table.on(({ key, before, after, eventId }) => {
        const isNow = isIn(after);
        if (!isNow && !isIn(before)) return;
        const item = { item_key: key, item_revision: eventId, last_event_id: eventId };
        // After the present call, as Sync's own events.
        clock.schedule(0, () => {
          if (!live) return;
          if (isNow) tell(request, 'live_query_item_updated', { ...item, item_data: after?.data });
          else tell(request, 'live_query_item_removed', item);
        });
      });
      return {
        lastEventId,
        cancel() {
          live = false;
          stop();
        },
      };
    },
  };
}

/** In order, so the client may count on `last_event_id` (subscriptions.js, `strictly_ordered`). */
function tell(request: SubscriptionRequest, type: string, event: object): void {
  request.session.notify('twilio.sync.event', {
    event_type: type,
    event_protocol_version: request.protocolVersion,
    strictly_ordered: true,
    event: { query_id: request.objectSid, ...event },
  });
}
