import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { MAX_BODY_BYTES } from '../src/kernel/readBody';
import { openRawTwilsock, tunnelled, type RawTwilsock } from './rawTwilsock';

describe('Twilsock', () => {
  let local: LocalTwilio;
  let raw: RawTwilsock;

  beforeAll(async () => {
    local = await createLocalTwilio();
  });
  beforeEach(async () => {
    local.journal.clear();
    local.faults.clear();
    raw = await openRawTwilsock(local.origin);
  });
  afterEach(() => {
    raw.end();
  });
  afterAll(() => local.stop());

  const init = () => {
    const { token } = local.identities.issue({ identity: 'alice', roles: ['agent'] });
    return raw.ask({ method: 'init', token });
  };

  it.each([
    ['text', 'hello'],
    ['bytes without the magic', Buffer.from('TWILSOCK V2.0 2\r\n{}\r\n')],
    ['a header that is no JSON', Buffer.from('TWILSOCK V3.0 2\r\n{x\r\n')],
    ['less payload than announced', Buffer.from('TWILSOCK V3.0 18\r\n{"payload_size":5}\r\nabc')],
  ])('closes with 406 when it hears %s', async (_, bytes) => {
    raw.send(bytes);

    expect((await raw.next('close')).header['status']).toMatchObject({ code: 406 });
    expect(await raw.closed).toBe(1000);
  });

  it('closes on a frame larger than anything a client sends', async () => {
    raw.send(Buffer.alloc(MAX_BODY_BYTES + 1));

    expect(await raw.closed).toBe(1009);
  });

  it('listens to nobody before it knows who it is', async () => {
    raw.tell(tunnelled('GET', 'cds.us1.twilio.com', '/v3/Maps/any'));

    expect((await raw.next('close')).header['status']).toMatchObject({ code: 401, errorCode: 20101 });
  });

  it('is begun by saying who one is, not by an update of it', async () => {
    const { token } = local.identities.issue({ identity: 'alice', roles: ['agent'] });

    raw.tell({ method: 'update', token });

    expect((await raw.next('close')).header['status']).toMatchObject({ code: 401 });
  });

  it('answers 501 to a method that does not exist, loudly', async () => {
    await init();

    const reply = await raw.ask({ method: 'teleport' });

    expect(reply.header['status']).toMatchObject({ code: 501 });
    expect(local.journal.entries({ method: 'teleport' })).toMatchObject([{ note: 'unrouted', status: 501 }]);
  });

  it.each(['put_notification_ctx', 'delete_notification_ctx', 'telemetry.v1', 'ping'])(
    'acknowledges %s',
    async (method) => {
      await init();

      expect((await raw.ask({ method })).header['status']).toMatchObject({ code: 200 });
    },
  );

  it('refuses a message that carries no request', async () => {
    await init();

    expect((await raw.ask({ method: 'message' })).header['status']).toMatchObject({ code: 400 });
  });

  it('takes telemetry of Flex', async () => {
    await init();

    const reply = await raw.ask(tunnelled('POST', 'flex-sdk.twilio.com', '/v1/Telemetry/Events'), {
      events: [],
    });

    expect(reply.header['http_status']).toMatchObject({ code: 200 });
  });

  it('stands by the newest token it was given, whatever becomes of the first', async () => {
    const issue = () => local.identities.issue({ identity: 'alice', roles: ['agent'] }).token;
    const [first, second] = [issue(), issue()];
    await raw.ask({ method: 'init', token: first });
    expect((await raw.ask({ method: 'update', token: second })).header['status']).toMatchObject({
      code: 200,
    });

    local.identities.revoke(first);
    expect((await raw.ask({ method: 'ping' })).header['status']).toMatchObject({ code: 200 });
    local.identities.revoke(second);
    raw.tell({ method: 'ping' });

    expect((await raw.next('close')).header['status']).toMatchObject({ code: 401 });
  });

  it('ends a client whose token was revoked', async () => {
    const { token } = local.identities.issue({ identity: 'eve', roles: ['agent'] });
    await raw.ask({ method: 'init', token });
    local.identities.revoke(token);

    raw.tell(tunnelled('GET', 'cds.us1.twilio.com', '/v3/Maps/any'));

    expect((await raw.next('close')).header['status']).toMatchObject({ code: 401 });
  });

  describe('a request through it', () => {
    const ask = (host: string, path: string) => raw.ask(tunnelled('GET', host, path));

    it('is in the journal with its own host, path and pattern', async () => {
      await init();

      await ask('cds.us1.twilio.com', '/v3/Maps/nothing');

      expect(local.journal.entries({ host: 'cds.us1.twilio.com' })).toMatchObject([
        { method: 'GET', path: '/v3/Maps/nothing', pattern: '/v3/Maps/:collection', status: 404, faults: [] },
      ]);
    });

    it('that has no route is a loud 501', async () => {
      await init();

      const reply = await ask('mcs.us1.twilio.com', '/v1/Media');

      expect(reply.header['http_status']).toMatchObject({ code: 501 });
      expect(reply.payload).toContain('no route for GET mcs.us1.twilio.com/v1/Media');
      expect(local.journal.entries({ host: 'mcs.us1.twilio.com' })).toMatchObject([{ note: 'unrouted' }]);
    });

    it('can be answered with a fault', async () => {
      local.faults.add({ match: { host: 'cds' }, effect: { type: 'status', status: 429, retryAfter: 2 } });
      await init();

      const { header } = await ask('cds.us1.twilio.com', '/v3/Maps/nothing');

      expect(header).toMatchObject({ http_status: { code: 429 }, http_headers: { 'Retry-After': '2' } });
      expect(local.journal.entries({ host: 'cds.us1.twilio.com' })).toMatchObject([
        { status: 429, faults: ['status'] },
      ]);
    });

    it('whose answer is lost cuts the connection, its effect done', async () => {
      local.faults.add({ match: { host: 'cds' }, effect: { type: 'lost-response' } });
      await init();

      raw.tell(tunnelled('GET', 'cds.us1.twilio.com', '/v3/Maps/nothing'));

      expect(await raw.closed).toBe(1006);
      expect(local.journal.entries({ host: 'cds.us1.twilio.com' })).toMatchObject([
        { status: 0, hiddenStatus: 404 },
      ]);
    });

    it('keeps its secrets out of the journal', async () => {
      const { token } = local.identities.issue({ identity: 'alice', roles: ['agent'] });
      await raw.ask({ method: 'init', token });

      await raw.ask(tunnelled('POST', 'cds.us1.twilio.com', '/v3/Documents'), {
        data: { token, note: token },
      });

      expect(JSON.stringify(local.journal.entries())).not.toContain(token);
    });
  });

  it('lets go of a client that stops reading', async () => {
    const document = local.sync.space('data_sync').document('flood');
    await init();
    await raw.ask(tunnelled('POST', 'cds.us1.twilio.com', '/v4/Subscriptions'), {
      action: 'establish',
      correlation_id: 1,
      requests: [{ object_sid: document.sid, object_type: 'document', last_event_id: 0 }],
    });
    raw.socket.pause();

    for (let i = 0; i < 2_000; i++) document.set({ i, filler: 'x'.repeat(16_000) });
    document.set({ end: true });
    await local.clock.advance(0);
    raw.socket.resume();

    expect(await raw.closed).toBe(1006);
  });

  it('sends its clients away when it stops', async () => {
    const other = await createLocalTwilio();
    const client = await openRawTwilsock(other.origin);

    const [close] = await Promise.all([client.next('close'), other.stop()]);

    expect(close.header['status']).toMatchObject({ code: 308 });
  });
});
