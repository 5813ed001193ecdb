import { TwilioError } from '../../kernel/twilioError';
import type { TunnelRequest } from '../../twilsock/tunnel';
import { isSyncGrant } from '../grant';
import type { SyncService } from '../model';
import type { Sync } from '../sync';

const forbidden = (): TwilioError => new TwilioError(403, 54007, 'Access forbidden for identity');

/**
 * The Service a client's token opens: a path may name it, but no other. What Twilio keeps for Flex and Conversations
 * is read only. 403 / 54007 for what isn't allowed, 404 / 54050 for a Service that isn't the client's.
 */
export function serviceOfSession(
  { services }: Sync,
  { method, session, params }: Pick<TunnelRequest, 'method' | 'session' | 'params'>,
): SyncService {
  const { product } = session;
  if (!isSyncGrant(product) || (product !== 'data_sync' && method !== 'GET')) throw forbidden();
  const service = services.ofGrant(product);
  const named = params['service'];
  if (named !== undefined && named !== service.sid) {
    throw new TwilioError(404, 54050, 'Service instance not found');
  }
  return service;
}
