import { callProduct, type Form, type ProductCaller } from '../../test/callProduct';
import { createTestContext } from '../../test/createTestContext';
import { eventsProduct } from './eventsProduct';

const CREATED = 'com.twilio.taskrouter.task.created';
const ACCEPTED = 'com.twilio.taskrouter.reservation.accepted';

describe('Event Streams REST API', () => {
  let events: ProductCaller;
  beforeEach(() => {
    const context = createTestContext();
    events = callProduct(context, eventsProduct(context), 'twilio_events_v1.json');
  });
  const sinkForm = (configuration: object = {}): Form => ({
    Description: 'sink',
    SinkType: 'webhook',
    SinkConfiguration: JSON.stringify({ destination: 'https://example.com/events', ...configuration }),
  });
  const createSink = async (): Promise<string> =>
    String((await events.post('/v1/Sinks', sinkForm())).body['sid']);
  const subscribe = (sinkSid: string, ...types: object[]) =>
    events.post('/v1/Subscriptions', {
      Description: 'subscription',
      SinkSid: sinkSid,
      Types: types.map((type) => JSON.stringify(type)),
    });

  it('creates a webhook Sink that is active at once and does not batch by default', async () => {
    const created = await events.post('/v1/Sinks', sinkForm());

    expect(created).toMatchObject({ status: 201, body: { sink_type: 'webhook', status: 'active' } });
    expect(created.body['sink_configuration']).toEqual({
      destination: 'https://example.com/events',
      method: 'POST',
      batch_events: false,
    });
    expect((await events.get(`/v1/Sinks/${String(created.body['sid'])}`)).body).toEqual(created.body);
  });

  it.each([
    ['kinesis', { SinkType: 'kinesis' }],
    ['a missing description', { Description: '' }],
    ['a configuration that is no JSON', { SinkConfiguration: '{' }],
    ['a destination that is no URL', sinkForm({ destination: 'example.com' })],
    ['GET', sinkForm({ method: 'GET' })],
    ['batch_events as a text', sinkForm({ batch_events: 'true' })],
  ])('refuses a Sink with %s with 400 / 20001', async (_what, form) => {
    expect((await events.post('/v1/Sinks', { ...sinkForm(), ...form })).body).toMatchObject({
      status: 400,
      code: 20001,
    });
  });

  it('updates a Sink, filters Sinks by use, and keeps a Sink in use from deletion', async () => {
    const used = await createSink();
    const unused = await createSink();
    const subscription = await subscribe(used, { type: CREATED });

    expect((await events.post(`/v1/Sinks/${used}`, { Description: 'new' })).body['description']).toBe('new');
    expect((await events.get('/v1/Sinks?InUse=true')).body['sinks']).toMatchObject([{ sid: used }]);
    expect((await events.get('/v1/Sinks?InUse=false')).body['sinks']).toMatchObject([{ sid: unused }]);
    expect((await events.get('/v1/Sinks?Status=failed')).body['sinks']).toEqual([]);
    expect((await events.delete(`/v1/Sinks/${used}`)).status).toBe(400);

    await events.delete(`/v1/Subscriptions/${String(subscription.body['sid'])}`);
    expect((await events.delete(`/v1/Sinks/${used}`)).status).toBe(204);
    expect((await events.get(`/v1/Sinks/${used}`)).body).toMatchObject({ status: 404, code: 20404 });
  });

  it('creates a Subscription whose types have the newest schema version unless they say one', async () => {
    const sinkSid = await createSink();

    const created = await subscribe(sinkSid, { type: CREATED }, { type: ACCEPTED, schema_version: 2 });

    expect(created).toMatchObject({ status: 201, body: { sink_sid: sinkSid } });
    const path = `/v1/Subscriptions/${String(created.body['sid'])}/SubscribedEvents`;
    expect((await events.get(path)).body['types']).toMatchObject([
      { type: CREATED, schema_version: 4 },
      { type: ACCEPTED, schema_version: 2 },
    ]);
  });

  it('allows one Subscription per Sink', async () => {
    const sinkSid = await createSink();
    await subscribe(sinkSid, { type: CREATED });

    expect((await subscribe(sinkSid, { type: ACCEPTED })).body).toMatchObject({ status: 400, code: 20001 });
    expect((await events.get(`/v1/Subscriptions?SinkSid=${sinkSid}`)).body['subscriptions']).toHaveLength(1);
    expect((await events.get('/v1/Subscriptions?SinkSid=DG0')).body['subscriptions']).toEqual([]);
  });

  it('fetches, describes anew and deletes a Subscription', async () => {
    const { body } = await subscribe(await createSink(), { type: CREATED });
    const path = `/v1/Subscriptions/${String(body['sid'])}`;

    expect((await events.get(path)).body).toEqual(body);
    expect((await events.post(path, { Description: 'new' })).body['description']).toBe('new');
    expect((await events.delete(path)).status).toBe(204);
    expect((await events.get(path)).body).toMatchObject({ status: 404, code: 20404 });
  });

  it.each([
    ['an unknown type', { type: 'com.twilio.taskrouter.task.invented' }],
    ['an unknown schema version', { type: CREATED, schema_version: 5 }],
    ['a type that is no text', { type: 7 }],
  ])('refuses a Subscription to %s', async (_what, type) => {
    expect((await subscribe(await createSink(), type)).body).toMatchObject({ status: 400, code: 20001 });
  });

  it('refuses a Subscription to a Sink that does not exist', async () => {
    expect((await subscribe(`DG${'0'.repeat(32)}`, { type: CREATED })).body).toMatchObject({ code: 20001 });
  });

  it('adds, changes and removes types of a Subscription', async () => {
    const { body } = await subscribe(await createSink(), { type: CREATED });
    const path = `/v1/Subscriptions/${String(body['sid'])}/SubscribedEvents`;

    expect((await events.post(path, { Type: ACCEPTED })).status).toBe(201);
    expect((await events.post(path, { Type: ACCEPTED, SchemaVersion: '1' })).status).toBe(200);
    expect((await events.get(`${path}/${ACCEPTED}`)).body['schema_version']).toBe(1);
    expect((await events.post(`${path}/${ACCEPTED}`, { SchemaVersion: '3' })).body['schema_version']).toBe(3);
    expect((await events.delete(`${path}/${ACCEPTED}`)).status).toBe(204);
    expect((await events.get(`${path}/${ACCEPTED}`)).body).toMatchObject({ status: 404, code: 20404 });
  });

  it('shows its catalogue of types and schemas', async () => {
    expect((await events.get(`/v1/Types/${CREATED}`)).body['schema_id']).toBe('TaskRouter.WDSEvent');
    expect((await events.get('/v1/Types?SchemaId=TaskRouter.WDSEvent')).body['types']).toHaveLength(38);
    expect((await events.get('/v1/Schemas/TaskRouter.WDSEvent')).body['latest_version']).toBe(4);
    expect(
      (await events.get('/v1/Schemas/TaskRouter.WDSEvent/Versions')).body['schema_versions'],
    ).toHaveLength(4);
    expect((await events.get('/v1/Schemas/TaskRouter.WDSEvent/Versions/4')).status).toBe(200);
    expect((await events.get('/v1/Schemas/TaskRouter.WDSEvent/Versions/5')).status).toBe(404);
    expect((await events.get('/v1/Types/com.twilio.voice.invented')).status).toBe(404);
  });
});
