import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext, TEST_START_MS, type TestContext } from '../../test/createTestContext';
import { isObject } from '../kernel/isObject';
import type { DeliveryOutcome, Webhook } from '../kernel/webhook';
import { eventsProduct, type EventsProduct } from './eventsProduct';
import type { EventStreamOptions } from './options';

const CREATED = 'com.twilio.taskrouter.task.created';
const HOUR_MS = 60 * 60_000;

const status = (code: number): DeliveryOutcome => ({ status: code, body: '' });

describe('delivery of Event Streams', () => {
  let context: TestContext;
  let product: EventsProduct;
  let rest: ProductCaller;

  const open = (
    answer?: (webhook: Webhook, index: number) => DeliveryOutcome,
    options: Partial<EventStreamOptions> = {},
  ): void => {
    context = createTestContext(answer);
    product = eventsProduct(context, options);
    rest = callProduct(context, product, 'twilio_events_v1.json');
  };
  const addSink = async (configuration: object = {}, schemaVersion?: number): Promise<string> => {
    const sink = await rest.post('/v1/Sinks', {
      Description: 'sink',
      SinkType: 'webhook',
      SinkConfiguration: JSON.stringify({ destination: 'https://u:p@example.com/events', ...configuration }),
    });
    const sinkSid = String(sink.body['sid']);
    await rest.post('/v1/Subscriptions', {
      Description: 'subscription',
      SinkSid: sinkSid,
      Types: JSON.stringify({ type: CREATED, ...(schemaVersion && { schema_version: schemaVersion }) }),
    });
    return sinkSid;
  };
  const publish = (id: string, type = CREATED): void => {
    product.publish({ id, type, source: 'WS1', at: context.clock.now(), data: { payload: { id } } });
  };
  const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
  const idsOf = ({ json }: Webhook): unknown[] =>
    Array.isArray(json) ? json.map((event: unknown) => field(event, 'id')) : [];
  const sentIds = (): unknown[][] => context.sent.map(idsOf);

  it('sends an event as a CloudEvent in a JSON array, five seconds to answer', async () => {
    open();
    await addSink();

    publish('EZ1');

    expect(context.sent).toEqual([
      {
        url: 'https://u:p@example.com/events',
        method: 'POST',
        contentType: 'application/json',
        kind: 'event-stream',
        timeoutMs: 5_000,
        json: [
          {
            specversion: '1.0',
            type: CREATED,
            source: 'WS1',
            id: 'EZ1',
            time: '2026-01-01T00:00:00.000Z',
            datacontenttype: 'application/json',
            dataschema: 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/4',
            data: { payload: { id: 'EZ1' } },
          },
        ],
      },
    ]);
  });

  it('names the schema version the Subscription pinned, and ignores connection overrides', async () => {
    open();
    await addSink({ destination: 'https://example.com/e?x=1#rc=5&rp=all' }, 2);

    publish('EZ1');

    expect(context.sent[0]?.url).toBe('https://example.com/e?x=1');
    expect(JSON.stringify(context.sent[0]?.json)).toContain('TaskRouter.WDSEvent/2');
  });

  it('sends to every Sink whose Subscription has the type, and to no other', async () => {
    open();
    await addSink({ destination: 'https://one.example.com/' });
    await addSink({ destination: 'https://two.example.com/' });

    publish('EZ1');
    publish('EZ2', 'com.twilio.taskrouter.task.updated');

    expect(context.sent.map(({ url }) => url)).toEqual([
      'https://one.example.com/',
      'https://two.example.com/',
    ]);
  });

  it('gathers the events of a batching Sink for a window, or until a batch is full', async () => {
    open(undefined, { batchWindowMs: 1_000, maxBatchSize: 3 });
    await addSink({ batch_events: true });

    for (const id of ['a', 'b', 'c', 'd']) publish(id);
    expect(sentIds()).toEqual([['a', 'b', 'c']]);

    await context.clock.advance(999);
    publish('e');
    expect(sentIds()).toHaveLength(1);
    await context.clock.advance(1);
    expect(sentIds()).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it.each([status(429), status(500), status(503), { status: 'no-answer' } as const])(
    'retries after %j with the same envelope, younger events overtaking it',
    async (failure) => {
      open((_webhook, index) => (index === 0 ? failure : status(204)));
      await addSink();

      publish('old');
      await context.clock.advance(1);
      publish('young');
      await context.clock.advance(1_000);

      expect(sentIds()).toEqual([['old'], ['young'], ['old']]);
      expect(context.sent[2]).toEqual(context.sent[0]);
      expect(product.dropped()).toBe(0);
    },
  );

  it.each([400, 401, 404, 301])('gives an event up at once after %i', async (code) => {
    open(() => status(code));
    await addSink();

    publish('EZ1');
    await context.clock.advance(5 * HOUR_MS);

    expect(context.sent).toHaveLength(1);
    expect(product.dropped()).toBe(1);
  });

  it('retries for four hours with growing, jittered pauses, then gives up', async () => {
    const at: number[] = [];
    open(() => {
      at.push(context.clock.now() - TEST_START_MS);
      return status(503);
    });
    await addSink();

    publish('EZ1');
    await context.clock.advance(24 * HOUR_MS);

    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    pauses.slice(0, 8).forEach((pause, n) => {
      expect(pause).toBeGreaterThanOrEqual(500 * 2 ** n);
      expect(pause).toBeLessThanOrEqual(1_000 * 2 ** n);
    });
    expect(new Set(pauses.map((pause, n) => pause / 2 ** n)).size).toBeGreaterThan(5);
    expect(at.at(-1)).toBeGreaterThan(3.8 * HOUR_MS);
    expect(at.at(-1)).toBeLessThanOrEqual(4 * HOUR_MS);
    expect(product.dropped()).toBe(1);
  });

  it('holds at most maxPendingEvents per Sink and drops what comes above', async () => {
    open(() => status(503), { maxPendingEvents: 2 });
    await addSink();

    for (const id of ['a', 'b', 'c']) publish(id);

    expect(sentIds()).toEqual([['a'], ['b']]);
    expect(product.dropped()).toBe(1);
  });

  it('has room again once an event is acknowledged', async () => {
    open(undefined, { maxPendingEvents: 1 });
    await addSink();

    publish('a');
    await context.clock.advance(0);
    publish('b');

    expect(sentIds()).toEqual([['a'], ['b']]);
    expect(product.dropped()).toBe(0);
  });

  it('does not retry what was under way when it stopped', async () => {
    open(() => status(503));
    await addSink();
    publish('EZ1');

    product.stop();
    publish('EZ2');
    await context.clock.advance(HOUR_MS);

    expect(sentIds()).toEqual([['EZ1']]);
  });

  it('stops retrying when its Sink is deleted', async () => {
    open(() => status(503));
    const sinkSid = await addSink();
    publish('EZ1');
    const { body } = await rest.get(`/v1/Subscriptions?SinkSid=${sinkSid}`);
    const [, subscriptionSid = ''] = /"(DF\w{32})"/.exec(JSON.stringify(body)) ?? [];

    await rest.delete(`/v1/Subscriptions/${subscriptionSid}`);
    await rest.delete(`/v1/Sinks/${sinkSid}`);
    await context.clock.advance(HOUR_MS);

    expect(context.sent).toHaveLength(1);
  });

  it('sends a test event whose test_id validates the Sink', async () => {
    open();
    const sinkSid = await addSink();

    const submitted = await rest.post(`/v1/Sinks/${sinkSid}/Test`);
    const [, testId = ''] = /"test_id":"(\w+)"/.exec(JSON.stringify(context.sent[0]?.json)) ?? [];

    expect(submitted).toMatchObject({ status: 201, body: { result: 'submitted' } });
    expect(JSON.stringify(context.sent[0]?.json)).toContain('com.twilio.eventstreams.test-event');
    expect((await rest.post(`/v1/Sinks/${sinkSid}/Validate`, { TestId: 'wrong' })).status).toBe(400);
    expect((await rest.post(`/v1/Sinks/${sinkSid}/Validate`, { TestId: testId })).body).toEqual({
      result: 'valid',
    });
  });
});
