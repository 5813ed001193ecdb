import { isObject } from '../../kernel/isObject';
import { invalid } from '../../kernel/twilioError';
import type { TunnelRequest } from '../../twilsock/tunnel';
import type { SubscriptionRequest } from './source';

const MAX_BATCH = 1_000;

export interface SubscriptionBatch {
  readonly action: 'establish' | 'cancel';
  /** Echoed: clients drop answers to requests they gave up. */
  readonly correlationId: unknown;
  readonly requests: readonly SubscriptionRequest[];
}

/** Reads `{action, correlation_id, event_protocol_version, requests}`; 400 / 20001 when it is something else. */
export function readSubscriptions({ json, session }: TunnelRequest): SubscriptionBatch {
  if (!isObject(json)) throw invalid('The body must be a JSON object');
  const { action, requests, correlation_id: correlationId, event_protocol_version: version } = json;
  if (action !== 'establish' && action !== 'cancel') throw invalid('action must be establish or cancel');
  if (!Array.isArray(requests) || requests.length > MAX_BATCH) {
    throw invalid(`requests must be a list of at most ${MAX_BATCH}`);
  }
  const protocolVersion = typeof version === 'number' ? version : 4;
  return {
    action,
    correlationId,
    requests: requests.map((request: unknown) => readRequest(request, session, protocolVersion)),
  };
}

function readRequest(
  request: unknown,
  session: TunnelRequest['session'],
  protocolVersion: number,
): SubscriptionRequest {
  if (!isObject(request)) throw invalid('A request must be a JSON object');
  const { object_sid: objectSid, object_type: objectType, last_event_id: lastEventId } = request;
  if (typeof objectSid !== 'string' || typeof objectType !== 'string') {
    throw invalid('A request must name object_sid and object_type');
  }
  const text = (name: string): string | undefined => {
    const value = request[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    objectSid,
    objectType,
    lastEventId: typeof lastEventId === 'number' ? lastEventId : undefined,
    indexName: text('index_name'),
    queryString: text('query_string'),
    protocolVersion,
    session,
  };
}
