import { TwilioError } from '../../kernel/twilioError';
import type { TunnelRoute, TunnelSession } from '../../twilsock/tunnel';
import { readSubscriptions } from './readSubscriptions';
import type { Subscription, SubscriptionRequest, SubscriptionSource } from './source';

/** More objects than any client of one contact centre watches; guards against one that never cancels. */
const MAX_PER_SESSION = 2_000;

/** How many a client may ask for at once, and how long it waits for their events before it asks again (subscriptions.js). */
const ANSWER = { max_batch_size: 100, estimated_delivery_in_ms: 1_000 };

/** `POST /v4/Subscriptions`: clients say here what they want to hear of, and hear the outcome as notifications. */
export function subscriptionRoutes(sources: readonly SubscriptionSource[]): readonly TunnelRoute[] {
  const sourceOf = new Map(
    sources.flatMap((source) => source.objectTypes.map((type) => [type, source] as const)),
  );
  const bySession = new Map<string, Map<string, Subscription>>();

  const subscriptionsOf = (session: TunnelSession): Map<string, Subscription> => {
    const known = bySession.get(session.id);
    if (known) return known;
    const created = new Map<string, Subscription>();
    bySession.set(session.id, created);
    session.onEnd(() => {
      bySession.delete(session.id);
      for (const subscription of created.values()) subscription.cancel();
      created.clear();
    });
    return created;
  };

  const cancel = (request: SubscriptionRequest): void => {
    const subscriptions = subscriptionsOf(request.session);
    subscriptions.get(request.objectSid)?.cancel();
    subscriptions.delete(request.objectSid);
  };

  const establish = (request: SubscriptionRequest): Subscription => {
    cancel(request);
    const subscriptions = subscriptionsOf(request.session);
    if (subscriptions.size >= MAX_PER_SESSION) throw new TwilioError(429, 54009, 'Too many subscriptions');
    const source = sourceOf.get(request.objectType);
    if (!source) throw new TwilioError(400, 20001, `${request.objectType} can't be subscribed to`);
    const subscription = source.establish(request);
    subscriptions.set(request.objectSid, subscription);
    return subscription;
  };

  /** One event per notification: twilio-sync 2.0.1 doesn't know `events`. */
  const tell = (
    request: SubscriptionRequest,
    correlationId: unknown,
    outcome: string,
    rest: object,
  ): void => {
    request.session.notify('twilio.sync.event', {
      event_type: `subscription_${outcome}`,
      event_protocol_version: request.protocolVersion,
      correlation_id: correlationId,
      event: { object_sid: request.objectSid, object_type: request.objectType, ...rest },
    });
  };

  return [
    {
      host: 'cds',
      method: 'POST',
      pattern: '/v4/Subscriptions',
      handle: (request) => {
        const { action, correlationId, requests } = readSubscriptions(request);
        return {
          status: 200,
          body: ANSWER,
          after: () => {
            for (const asked of requests) {
              if (action === 'cancel') {
                cancel(asked);
                tell(asked, correlationId, 'canceled', {});
                continue;
              }
              try {
                const { lastEventId } = establish(asked);
                const replayed = { replay_status: 'completed', last_event_id: lastEventId };
                tell(asked, correlationId, 'established', replayed);
              } catch (error) {
                if (!(error instanceof TwilioError)) throw error;
                const { status, code, message } = error;
                tell(asked, correlationId, 'failed', { error: { status, code, message } });
              }
            }
          },
        };
      },
    },
  ];
}
