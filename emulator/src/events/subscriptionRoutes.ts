import { isoDate, page } from '../kernel/paging';
import { formOf } from '../kernel/parameters';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { invalid, notFound } from '../kernel/twilioError';
import { MAX_SINKS_AND_SUBSCRIPTIONS, type EventStreams } from './eventStreams';
import type { Subscription } from './model';
import { readTypes } from './readTypes';

/** `/v1/Subscriptions` and `/v1/Subscriptions/{Sid}`. */
export function subscriptionRoutes(streams: EventStreams): readonly Route[] {
  const collection = '/v1/Subscriptions';
  const instance = '/v1/Subscriptions/:subscriptionSid';
  const { accountSid, clock } = streams.context;
  const show = (subscription: Subscription) => showSubscription(accountSid, subscription);
  return [
    {
      method: 'GET',
      pattern: collection,
      handle: (request) => {
        const sinkSid = request.query.get('SinkSid');
        const found = [...streams.subscriptions.values()].filter(
          (subscription) => sinkSid === null || subscription.sinkSid === sinkSid,
        );
        return page(request, 'subscriptions', found, show);
      },
    },
    {
      method: 'POST',
      pattern: collection,
      handle: (request) => ({ status: 201, body: show(createSubscription(streams, request)) }),
    },
    {
      method: 'GET',
      pattern: instance,
      handle: (request) => ({ status: 200, body: show(findSubscription(streams, request)) }),
    },
    {
      method: 'POST',
      pattern: instance,
      handle: (request) => {
        const subscription = findSubscription(streams, request);
        subscription.description = request.form.get('Description') ?? subscription.description;
        subscription.dateUpdated = clock.now();
        return { status: 200, body: show(subscription) };
      },
    },
    {
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        streams.subscriptions.delete(findSubscription(streams, request).sid);
        return { status: 204 };
      },
    },
  ];
}

/** The subscription a request's path names; 404 / 20404. */
export function findSubscription(streams: EventStreams, request: TwilioRequest): Subscription {
  const subscription = streams.subscriptions.get(pathSid(request, 'subscriptionSid'));
  if (subscription === undefined) throw notFound(request.path);
  return subscription;
}

function createSubscription(streams: EventStreams, request: TwilioRequest): Subscription {
  const form = formOf(request);
  const description = form.requiredText('Description');
  const sinkSid = form.requiredText('SinkSid');
  const types = readTypes(request.form);
  if (!streams.sinks.has(sinkSid)) throw invalid(`Sink ${sinkSid} is not an active Sink`);
  const subscriptions = [...streams.subscriptions.values()];
  if (subscriptions.some((other) => other.sinkSid === sinkSid)) {
    throw invalid(`Sink ${sinkSid} already has a Subscription`);
  }
  if (subscriptions.length >= MAX_SINKS_AND_SUBSCRIPTIONS) throw invalid('Too many Subscriptions');
  const now = streams.context.clock.now();
  const subscription: Subscription = {
    sid: streams.context.random.sid('DF'),
    sinkSid,
    description,
    dateCreated: now,
    dateUpdated: now,
    types,
  };
  streams.subscriptions.set(subscription.sid, subscription);
  return subscription;
}

function showSubscription(accountSid: string, subscription: Subscription) {
  const url = `https://events.twilio.com/v1/Subscriptions/${subscription.sid}`;
  return {
    account_sid: accountSid,
    sid: subscription.sid,
    sink_sid: subscription.sinkSid,
    description: subscription.description,
    date_created: isoDate(subscription.dateCreated),
    date_updated: isoDate(subscription.dateUpdated),
    url,
    links: { subscribed_events: `${url}/SubscribedEvents` },
  };
}
