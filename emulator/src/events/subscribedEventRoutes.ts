import { page } from '../kernel/paging';
import { formOf } from '../kernel/parameters';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { notFound } from '../kernel/twilioError';
import type { EventStreams } from './eventStreams';
import type { Subscription } from './model';
import { readSchemaVersion } from './readTypes';
import { findSubscription } from './subscriptionRoutes';

/** `/v1/Subscriptions/{Sid}/SubscribedEvents` and `/SubscribedEvents/{Type}`. */
export function subscribedEventRoutes(streams: EventStreams): readonly Route[] {
  const collection = '/v1/Subscriptions/:subscriptionSid/SubscribedEvents';
  const instance = `${collection}/:type`;
  const show = (subscription: Subscription, type: string) => ({
    account_sid: streams.context.accountSid,
    subscription_sid: subscription.sid,
    type,
    schema_version: subscription.types.get(type),
    url: `https://events.twilio.com/v1/Subscriptions/${subscription.sid}/SubscribedEvents/${type}`,
  });
  const find = (request: TwilioRequest): { subscription: Subscription; type: string } => {
    const subscription = findSubscription(streams, request);
    const type = pathSid(request, 'type');
    if (!subscription.types.has(type)) throw notFound(request.path);
    return { subscription, type };
  };

  return [
    {
      method: 'GET',
      pattern: collection,
      handle: (request) => {
        const subscription = findSubscription(streams, request);
        return page(request, 'types', [...subscription.types.keys()], (type) => show(subscription, type));
      },
    },
    {
      // 201 for a new type, 200 for one the subscription had: the API documents both.
      method: 'POST',
      pattern: collection,
      handle: (request) => {
        const subscription = findSubscription(streams, request);
        const type = formOf(request).requiredText('Type');
        const version = readSchemaVersion(request.form, type);
        const status = subscription.types.has(type) ? 200 : 201;
        subscription.types.set(type, version);
        return { status, body: show(subscription, type) };
      },
    },
    {
      method: 'GET',
      pattern: instance,
      handle: (request) => {
        const { subscription, type } = find(request);
        return { status: 200, body: show(subscription, type) };
      },
    },
    {
      method: 'POST',
      pattern: instance,
      handle: (request) => {
        const { subscription, type } = find(request);
        subscription.types.set(type, readSchemaVersion(request.form, type));
        return { status: 200, body: show(subscription, type) };
      },
    },
    {
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        const { subscription, type } = find(request);
        subscription.types.delete(type);
        return { status: 204 };
      },
    },
  ];
}
