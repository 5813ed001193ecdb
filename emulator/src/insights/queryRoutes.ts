import { isObject } from '../kernel/isObject';
import type { TunnelRoute } from '../twilsock/tunnel';
import { requireInsights } from './requireInsights';
import { InvalidQuery } from './query/invalidQuery';
import { compileQuery } from './query/compileQuery';
import { queryId } from './queryId';
import type { Tables } from './tables';

/**
 * `POST /v3/Insights/{index}/Items`: what matches now. One of type `live_query` gets an id to subscribe to, which says
 * all there is to it, so that nothing is kept for a query nobody listens to.
 */
export function queryRoutes(tables: Tables): readonly TunnelRoute[] {
  return [
    {
      host: 'cds',
      method: 'POST',
      pattern: '/v3/Insights/:index/Items',
      handle: ({ params, json, session }) => {
        requireInsights(session);
        const index = params['index'] ?? '';
        const table = tables.get(index);
        const query = isObject(json) ? json['query_string'] : undefined;
        if (typeof query !== 'string') throw new InvalidQuery('query_string is missing');
        const matches = compileQuery(query);
        const isLive = isObject(json) && json['type'] === 'live_query';
        return {
          status: 200,
          body: {
            ...(isLive ? { query_id: queryId(index, query) } : {}),
            last_event_id: table.lastEventId,
            items: table.rows().filter(({ data }) => matches(data)),
          },
        };
      },
    },
  ];
}
