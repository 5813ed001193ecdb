import { createTestContext } from '../../../test/createTestContext';
import { openTunnel, recordSession } from '../../../test/openTunnel';
import type { TunnelSession } from '../../twilsock/tunnel';
import { syncProduct } from '../syncProduct';

const start = () => {
  const context = createTestContext();
  const sync = syncProduct(context);
  const ask = openTunnel(sync.tunnel, context.clock);
  const subscribe = (session: TunnelSession, json: unknown) =>
    ask(session, 'POST', 'cds/v4/Subscriptions', json);
  const space = sync.space('data_sync');
  return { clock: context.clock, subscribe, space, document: space.document('d') };
};

const establish = (objectSid: string, lastEventId?: number, objectType = 'document') => ({
  action: 'establish',
  correlation_id: 7,
  event_protocol_version: 3,
  requests: [{ object_sid: objectSid, object_type: objectType, last_event_id: lastEventId }],
});

describe('a subscription', () => {
  it('replays what was missed before it says that it is established', async () => {
    const { subscribe, document } = start();
    const { session, told } = recordSession();
    document.set({ n: 1 });
    document.set({ n: 2 });

    await subscribe(session, establish(document.sid, 1));

    expect(told).toMatchObject([
      {
        type: 'twilio.sync.event',
        payload: {
          event_type: 'document_updated',
          event_protocol_version: 3,
          event: { id: 2, document_sid: document.sid, document_revision: '2', document_data: { n: 2 } },
        },
      },
      {
        type: 'twilio.sync.event',
        payload: {
          event_type: 'subscription_established',
          correlation_id: 7,
          event: { object_sid: document.sid, replay_status: 'completed', last_event_id: 2 },
        },
      },
    ]);
  });

  it('pushes a change once, though it was replayed while it was on its way', async () => {
    const { clock, subscribe, document } = start();
    const { session, told } = recordSession();
    await subscribe(session, establish(document.sid, 0));

    document.set({ n: 1 });
    await subscribe(session, establish(document.sid, 0));
    await clock.advance(0);

    expect(told.filter(({ payload }) => JSON.stringify(payload).includes('document_updated'))).toHaveLength(
      1,
    );
  });

  it('pushes with the type of the object', async () => {
    const { clock, subscribe, document } = start();
    const { session, told } = recordSession();
    await subscribe(session, establish(document.sid));

    document.set({ n: 1 });
    await clock.advance(0);

    expect(told.at(-1)).toMatchObject({ type: 'com.twilio.rtd.cds.document', payload: { event: { id: 1 } } });
  });

  it('ends when it is canceled', async () => {
    const { clock, subscribe, document } = start();
    const { session, told } = recordSession();
    await subscribe(session, establish(document.sid));

    await subscribe(session, { ...establish(document.sid), action: 'cancel' });
    document.set({ n: 1 });
    await clock.advance(0);

    expect(told.at(-1)).toMatchObject({
      payload: { event_type: 'subscription_canceled', correlation_id: 7 },
    });
  });

  it('ends with its connection', async () => {
    const { clock, subscribe, document } = start();
    const { session, told, end } = recordSession();
    await subscribe(session, establish(document.sid));
    told.length = 0;

    end();
    document.set({ n: 1 });
    await clock.advance(0);

    expect(told).toEqual([]);
  });

  it.each([
    ['a Document that is not there', establish('ET0'), { status: 404, code: 54100 }],
    ['a List that is not there', establish('ES0', 0, 'list'), { status: 404, code: 54150 }],
    ['a Map that is not there', establish('MP0', 0, 'map'), { status: 404, code: 54200 }],
    ['a thing of no known type', establish('XX0', 0, 'elephant'), { status: 400, code: 20001 }],
  ])('to %s fails', async (_, request, error) => {
    const { subscribe } = start();
    const { session, told } = recordSession();

    await subscribe(session, request);

    expect(told).toMatchObject([{ payload: { event_type: 'subscription_failed', event: { error } } }]);
  });

  it("to another grant's object fails", async () => {
    const { subscribe, document } = start();
    const { session, told } = recordSession('flex_insights');

    await subscribe(session, establish(document.sid));

    expect(told).toMatchObject([{ payload: { event: { error: { status: 404 } } } }]);
  });

  it('beyond what one client may have fails', async () => {
    const { space, subscribe } = start();
    const { session, told } = recordSession();

    for (let n = 0; n <= 2_000; n++) await subscribe(session, establish(space.document(`d${n}`).sid));

    expect(told.at(-2)).toMatchObject({ payload: { event_type: 'subscription_established' } });
    expect(told.at(-1)).toMatchObject({ payload: { event: { error: { status: 429, code: 54009 } } } });
  });

  it.each([
    [undefined],
    [{ action: 'dance', requests: [] }],
    [{ action: 'establish', requests: {} }],
    [{ action: 'establish', requests: [{}] }],
  ])('asked for by %j is refused', async (body) => {
    const { subscribe } = start();

    expect(await subscribe(recordSession().session, body)).toMatchObject({
      status: 400,
      body: { code: 20001 },
    });
  });
});
