import { isoDate, page } from '../kernel/paging';
import { formOf, type Parameters } from '../kernel/parameters';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { invalid, notFound } from '../kernel/twilioError';
import { MAX_SINKS_AND_SUBSCRIPTIONS, type EventStreams } from './eventStreams';
import type { Sink } from './model';
import { readConfiguration } from './readConfiguration';
import { createSinkDelivery } from './sinkDelivery';

/** `/v1/Sinks` and `/v1/Sinks/{Sid}`. */
export function sinkRoutes(streams: EventStreams): readonly Route[] {
  const collection = '/v1/Sinks';
  const instance = '/v1/Sinks/:sinkSid';
  return [
    {
      method: 'GET',
      pattern: collection,
      handle: (request) => page(request, 'sinks', filterSinks(streams, request.query), showSink),
    },
    {
      method: 'POST',
      pattern: collection,
      handle: (request) => ({ status: 201, body: showSink(createSink(streams, formOf(request))) }),
    },
    {
      method: 'GET',
      pattern: instance,
      handle: (request) => ({ status: 200, body: showSink(findSink(streams, request)) }),
    },
    {
      method: 'POST',
      pattern: instance,
      handle: (request) => {
        const sink = findSink(streams, request);
        sink.description = formOf(request).requiredText('Description');
        sink.dateUpdated = streams.context.clock.now();
        return { status: 200, body: showSink(sink) };
      },
    },
    {
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        const sink = findSink(streams, request);
        if (isInUse(streams, sink)) throw invalid('The Sink is in use by a Subscription');
        sink.delivery.stop();
        streams.sinks.delete(sink.sid);
        return { status: 204 };
      },
    },
  ];
}

/** The sink a request's path names; 404 / 20404. */
export function findSink(streams: EventStreams, request: TwilioRequest): Sink {
  const sink = streams.sinks.get(pathSid(request, 'sinkSid'));
  if (sink === undefined) throw notFound(request.path);
  return sink;
}

function createSink(streams: EventStreams, form: Parameters): Sink {
  const description = form.requiredText('Description');
  const type = form.requiredText('SinkType');
  if (type !== 'webhook') throw invalid(`SinkType ${type} is not supported here, only webhook is`);
  const configuration = readConfiguration(form.requiredText('SinkConfiguration'));
  if (streams.sinks.size >= MAX_SINKS_AND_SUBSCRIPTIONS) throw invalid('Too many Sinks');
  const now = streams.context.clock.now();
  const sink: Sink = {
    sid: streams.context.random.sid('DG'),
    description,
    configuration,
    dateCreated: now,
    dateUpdated: now,
    delivery: createSinkDelivery(streams.context, configuration, streams.options),
    lastTestId: null,
  };
  streams.sinks.set(sink.sid, sink);
  return sink;
}

const isInUse = (streams: EventStreams, sink: Sink): boolean =>
  [...streams.subscriptions.values()].some(({ sinkSid }) => sinkSid === sink.sid);

function filterSinks(streams: EventStreams, query: URLSearchParams): Sink[] {
  const inUse = query.get('InUse')?.toLowerCase();
  // A webhook sink was seen active at once and stays so: the other statuses match nothing.
  if ((query.get('Status') ?? 'active') !== 'active') return [];
  return [...streams.sinks.values()].filter(
    (sink) => inUse === undefined || String(isInUse(streams, sink)) === inUse,
  );
}

function showSink(sink: Sink) {
  const url = `https://events.twilio.com/v1/Sinks/${sink.sid}`;
  const { destination, method, batchEvents } = sink.configuration;
  return {
    sid: sink.sid,
    description: sink.description,
    sink_type: 'webhook',
    sink_configuration: { destination, method, batch_events: batchEvents },
    status: 'active',
    date_created: isoDate(sink.dateCreated),
    date_updated: isoDate(sink.dateUpdated),
    url,
    links: { sink_test: `${url}/Test`, sink_validate: `${url}/Validate` },
  };
}
