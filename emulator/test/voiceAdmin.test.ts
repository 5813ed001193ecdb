import { CAROLS_PHONE, CUSTOMER, NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

const refused = (method: string, path: string, body: unknown): Promise<unknown> =>
  centre.admin(method, path, body).then(
    () => 'not refused',
    (error: unknown) => String(error),
  );

describe('the played customer', () => {
  it('calls the number that was set first unless told, and may bring a name', async () => {
    await centre.admin('POST', '/phone-numbers', { number: '+15551000001', twiml: '<Response/>' });

    const named = await centre.admin('POST', '/customers/calls', { from: CUSTOMER, name: 'Jane' });
    const other = await centre.admin('POST', '/customers/calls', { from: CUSTOMER, to: '+15551000001' });
    await centre.settle();

    expect(await centre.customer(String(named['callSid']))).toMatchObject({
      to: NUMBER,
      name: 'Jane',
      status: 'in-progress',
    });
    expect(await centre.customer(String(other['callSid']))).toMatchObject({ status: 'completed' });
  });

  it('is listed with all calls, the newest first, agents not among them', async () => {
    const [first, second] = [await centre.call(), await centre.call()];

    const { calls } = await centre.admin('GET', '/customers/calls');

    expect(calls).toMatchObject([{ callSid: second }, { callSid: first }]);
  });

  it('who hangs up twice has hung up once', async () => {
    const callSid = await centre.call();
    const first = await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.local.clock.advance(5_000);

    const second = await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});

    expect(first['status']).toBe('completed');
    expect(second).toEqual(first);
  });

  it.each([
    ['POST', '/customers/calls', { from: CUSTOMER, to: '+19990000000' }, 'no number +19990000000'],
    ['POST', '/customers/calls', { to: NUMBER }, 'from'],
    ['POST', '/customers/calls', { from: CUSTOMER, attributes: 'none' }, 'attributes must be a JSON object'],
    ['POST', '/customers/calls', { from: CUSTOMER, colour: 'blue' }, 'colour'],
    ['POST', '/customers/calls/CA0/hangup', {}, 'CA0'],
    ['POST', '/phone-numbers', { number: NUMBER }, 'either twiml or voiceUrl'],
    ['POST', '/phone-numbers', { number: NUMBER, twiml: 'x', voiceUrl: 'y' }, 'either twiml or voiceUrl'],
    ['POST', '/phone-numbers', { number: NUMBER, voiceUrl: 'y', voiceMethod: 'PUT' }, 'GET or POST'],
    ['POST', `/phones/${CAROLS_PHONE}`, { habit: 'sleeps' }, 'answers, rings or busy'],
  ])('is told what is wrong: %s %s %j', async (method, path, body, complaint) => {
    expect(await refused(method, path, body)).toContain(complaint);
  });
});

describe('the telephones', () => {
  it('answer again when they are told to', async () => {
    const path = `/phones/${encodeURIComponent(CAROLS_PHONE)}`;
    await centre.admin('POST', path, { habit: 'busy' });
    await centre.admin('POST', path, { habit: 'answers' });
    const carol = await centre.connect('carol');
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });

    await reservation.conference();
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ with: ['carol'] });
  });
});
