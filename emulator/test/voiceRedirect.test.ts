import twilio from 'twilio';
import { acceptCall } from './acceptCall';
import type { Fields } from './conferenceCallbacks';
import { ANNA, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
import { NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let api: VoiceApi;

beforeEach(async () => {
  centre = await openVoiceCentre();
  api = openVoiceApi(centre);
});

afterEach(async () => {
  api.stop();
  await centre.stop();
});

const at = (path: string): string => `${centre.receiver.origin}${path}`;
const say = (text: string): string => `<Response><Say>${text}</Say></Response>`;
const hears = async (callSid: string): Promise<unknown> => (await centre.customer(callSid))['hears'];

const enqueue = (attributes: object): string =>
  `<Response><Enqueue workflowSid="${centre.workflowSid}"><Task priority="1000">${JSON.stringify(attributes)}</Task></Enqueue></Response>`;

const received = (path: string): readonly Fields[] =>
  centre.receiver.received
    .filter(({ url }) => url === path)
    .map(({ body }): Fields => Object.fromEntries(new URLSearchParams(body)));

const taskOf = async (callSid: string) =>
  centre.workspace.tasks.get(String((await centre.customer(callSid))['taskSid']));

describe('a call that is redirected', () => {
  it('out of the line hears something else, and its task is canceled', async () => {
    const callSid = await centre.call();
    const { taskSid } = await centre.customer(callSid);

    await api.client.calls(callSid).update({ twiml: say('One moment') });

    expect(await hears(callSid)).toEqual({ say: 'One moment' });
    expect(centre.workspace.tasks.get(String(taskSid))).toMatchObject({
      assignmentStatus: 'canceled',
      reason: 'redirected',
    });
  });

  it('to a URL asks it by a signed webhook that says whose call it is', async () => {
    const callSid = await centre.call();
    centre.receiver.answerWith(say('Here'), '/reconnect');
    const url = at('/reconnect?sig=abc');

    await api.client.calls(callSid).update({ url });
    await centre.settle();

    const [asked] = centre.receiver.received;
    const fields = Object.fromEntries(new URLSearchParams(asked?.body));
    expect(asked).toMatchObject({ method: 'POST', url: '/reconnect?sig=abc' });
    expect(fields).toMatchObject({ CallSid: callSid, CallStatus: 'in-progress', Direction: 'inbound' });
    const signature = String(asked?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(centre.local.authToken, signature, url, fields)).toBe(true);
    expect(await hears(callSid)).toEqual({ say: 'Here' });
  });

  it('by GET has its parameters in the signed URL', async () => {
    const callSid = await centre.call();
    centre.receiver.answerWith(say('Here'), '/get');

    await api.client.calls(callSid).update({ url: at('/get?a=b'), method: 'GET' });
    await centre.settle();

    const [asked] = centre.receiver.received;
    const query = new URL(asked?.url ?? '', centre.receiver.origin).searchParams;
    expect([query.get('a'), query.get('CallSid')]).toEqual(['b', callSid]);
    const signature = String(asked?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(centre.local.authToken, signature, at(asked?.url ?? ''), {})).toBe(true);
  });

  it('out of its conference into the line is another task, with what the document says of it', async () => {
    const alice = await centre.connect('alice');
    await centre.registerDevice('alice');
    const { callSid, reservation } = await centre.offer(alice, { for: 'alice', name: 'Jane' });
    await acceptCall(centre, reservation, { endConferenceOnCustomerExit: false });
    centre.receiver.answerWith(enqueue({ for: 'bob', isReconnect: true }), '/reconnect');

    await api.client.calls(callSid).update({ url: at('/reconnect') });
    await centre.settle();

    const task = await taskOf(callSid);
    const attributes: unknown = JSON.parse(task.attributes);
    expect(task.sid).not.toBe(reservation.task.sid);
    expect(task.priority).toBe(1000);
    expect(attributes).toMatchObject({ for: 'bob', isReconnect: true, call_sid: callSid });
    expect(attributes).not.toHaveProperty('name');
    expect(await hears(callSid)).toEqual({ music: 'queue' });
  });

  it('is out of the conference when the request is answered, whatever becomes of its URL', async () => {
    const alice = await centre.connect('alice');
    await centre.registerDevice('alice');
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const { conferenceSid } = await centre.customer(callSid);

    await api.client.calls(callSid).update({ url: 'http://127.0.0.1:1/gone' });

    const participant = api.client.conferences(String(conferenceSid)).participants(callSid);
    expect(await refusal(participant.fetch())).toEqual({ status: 404, code: 20404 });
    await centre.settle();
    expect(centre.statusOf(callSid)).toBe('completed');
  });

  it('twice in a row is in line once: the first task is canceled', async () => {
    const callSid = await centre.call();
    centre.receiver.answerWith(enqueue({ for: 'bob' }), '/reconnect');
    for (let count = 0; count < 2; count += 1) {
      await api.client.calls(callSid).update({ url: at('/reconnect') });
      await centre.settle();
    }

    const tasks = centre.workspace.tasks
      .list()
      .map(({ assignmentStatus, reason }) => [assignmentStatus, reason]);
    expect(tasks.sort()).toEqual([
      ['canceled', 'redirected'],
      ['canceled', 'redirected'],
      ['reserved', null],
    ]);
  });

  it('with more attributes than TaskRouter takes is not in line: the document goes on', async () => {
    const callSid = await centre.call();
    const twiml = enqueue({ text: 'x'.repeat(3_000), more: '\u00e4'.repeat(1_200) });
    centre.receiver.answerWith(twiml.replace('</Response>', '<Say>Sorry</Say></Response>'), '/large');

    await api.client.calls(callSid).update({ url: at('/large') });
    await centre.settle();

    expect(await hears(callSid)).toEqual({ say: 'Sorry' });
    expect(centre.alerts()).toHaveLength(1);
  });

  it('to a URL that fails goes on with the fallback, which is told what failed', async () => {
    const callSid = await centre.call();
    centre.receiver.reply({ status: 500 }, '/reconnect');
    centre.receiver.answerWith(enqueue({ for: 'bob' }), '/fallback');

    await api.client.calls(callSid).update({ url: at('/reconnect'), fallbackUrl: at('/fallback') });
    await centre.settle();

    expect(received('/fallback')).toMatchObject([
      { CallSid: callSid, ErrorCode: '11200', ErrorUrl: at('/reconnect') },
    ]);
    expect(await hears(callSid)).toEqual({ music: 'queue' });
  });

  it('ends when the fallback fails too', async () => {
    const callSid = await centre.call();
    centre.receiver.reply({ status: 500 });

    await api.client.calls(callSid).update({ url: at('/reconnect'), fallbackUrl: at('/fallback') });
    await centre.settle();

    expect(centre.statusOf(callSid)).toBe('completed');
    expect(centre.alerts()).toHaveLength(2);
  });

  it('may be given a status callback, which then hears of its end', async () => {
    const callSid = await centre.call();
    await api.client.calls(callSid).update({ twiml: say('Here'), statusCallback: at('/status') });

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.settle();

    expect(received('/status')).toMatchObject([{ CallSid: callSid, CallStatus: 'completed' }]);
  });

  it('while it still rings is refused', async () => {
    await centre.admin('POST', `/phones/${encodeURIComponent(ANNA)}`, { habit: 'rings' });
    const { sid } = await api.client.calls.create({ from: NUMBER, to: ANNA, twiml: say('Hello') });
    await centre.settle();

    const refused = await refusal(api.client.calls(sid).update({ twiml: say('Elsewhere') }));

    expect(refused).toEqual({ status: 400, code: 21220 });
    expect(centre.statusOf(sid)).toBe('ringing');
  });

  it('takes a URL for an outbound call when both are given', async () => {
    centre.receiver.answerWith(say('From the URL'), '/url');
    const { sid } = await api.client.calls.create({
      from: NUMBER,
      to: ANNA,
      twiml: say('From the request'),
      url: at('/url'),
    });
    await centre.settle();

    expect(await hears(sid)).toEqual({ say: 'From the URL' });
  });
});
