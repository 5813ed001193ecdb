import type { Fields } from './conferenceCallbacks';
import { ANNA, BEN, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
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

describe('calls by REST', () => {
  it('places one, follows it from queued to completed, and lists it', async () => {
    const placed = await api.client.calls.create({
      from: NUMBER,
      to: ANNA,
      twiml: '<Response><Pause length="61"/></Response>',
      statusCallback: `${centre.receiver.origin}/status`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    await centre.settle();
    const answered = await api.client.calls(placed.sid).fetch();
    await centre.local.clock.advance(62_000);
    const ended = await api.client.calls(placed.sid).fetch();
    const listed = await api.client.calls.list({ to: ANNA, status: 'completed' });

    expect([placed.status, answered.status, ended.status]).toEqual(['queued', 'in-progress', 'completed']);
    expect(ended).toMatchObject({ direction: 'outbound-api', duration: '61', from: NUMBER, to: ANNA });
    expect(listed.map(({ sid }) => sid)).toEqual([placed.sid]);
    const told = centre.receiver.received.map(({ body }): Fields =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    expect(told.map(({ CallStatus, SequenceNumber }) => [CallStatus, SequenceNumber])).toEqual([
      ['queued', '0'],
      ['ringing', '1'],
      ['in-progress', '2'],
      ['completed', '3'],
    ]);
    expect(told[3]).toMatchObject({
      CallSid: placed.sid,
      CallbackSource: 'call-progress-events',
      Timestamp: 'Mon, 01 Jun 2026 09:01:01 +0000',
      CallDuration: '61',
      Duration: '2',
    });
  });

  it('cancels what still rings, and ends what is in progress', async () => {
    await centre.admin('POST', `/phones/${encodeURIComponent(ANNA)}`, { habit: 'rings' });
    const twiml = '<Response><Pause length="60"/></Response>';
    const ringing = await api.client.calls.create({ from: NUMBER, to: ANNA, twiml });
    const live = await api.client.calls.create({ from: NUMBER, to: BEN, twiml });
    await centre.settle();

    const canceled = await api.client.calls(ringing.sid).update({ status: 'canceled' });
    const unmoved = await api.client.calls(live.sid).update({ status: 'canceled' });
    const completed = await api.client.calls(live.sid).update({ status: 'completed' });

    expect([canceled.status, unmoved.status, completed.status]).toEqual([
      'canceled',
      'in-progress',
      'completed',
    ]);
  });

  it('is refused with the codes of Twilio', async () => {
    const callSid = await centre.call();
    await api.client.calls(callSid).update({ status: 'completed' });
    const twiml = '<Response/>';

    expect([
      await refusal(api.client.calls(callSid).update({ twiml })),
      await refusal(api.client.calls(callSid).update({ status: 'completed' })),
      await refusal(api.client.calls(`CA${'0'.repeat(32)}`).fetch()),
      await refusal(api.client.calls(callSid).update({ url: 'nowhere' })),
      await refusal(api.client.calls.create({ from: NUMBER, to: '', twiml })),
      await refusal(api.client.calls.create({ from: '', to: ANNA, twiml })),
      await refusal(api.client.calls.create({ from: NUMBER, to: ANNA })),
      await refusal(api.client.calls.create({ from: NUMBER, to: ANNA, twiml: 'x'.repeat(4_001) })),
      await refusal(api.client.calls(callSid).update({ twiml, url: 'https://example.com' })),
    ]).toEqual([
      { status: 400, code: 21220 },
      { status: 400, code: 21220 },
      { status: 404, code: 20404 },
      { status: 400, code: 21205 },
      { status: 400, code: 21201 },
      { status: 400, code: 21213 },
      { status: 400, code: 21205 },
      { status: 400, code: 32018 },
      { status: 400, code: 20001 },
    ]);
  });
});
