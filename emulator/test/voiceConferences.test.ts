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

describe('conferences by REST', () => {
  it('calls people into one by its name, and shows them until it has ended', async () => {
    const anna = await api.client.conferences('Round table').participants.create({ from: NUMBER, to: ANNA });
    await centre.settle();
    const ben = await api.dialIn('Round table', BEN, { label: 'ben', muted: true });
    const [conference] = await api.client.conferences.list({
      friendlyName: 'Round table',
      status: 'in-progress',
    });
    const participants = await api.client.conferences(anna.conferenceSid).participants.list();

    const ended = await api.client.conferences(anna.conferenceSid).update({ status: 'completed' });

    expect(anna.status).toBe('queued');
    expect(conference?.sid).toBe(anna.conferenceSid);
    expect(participants.map(({ callSid, label, muted, status }) => [callSid, label, muted, status])).toEqual([
      [anna.callSid, null, false, 'connected'],
      [ben.callSid, 'ben', true, 'connected'],
    ]);
    expect(ended).toMatchObject({ status: 'completed', reasonConferenceEnded: 'conference-ended-via-api' });
    expect(await api.client.conferences(anna.conferenceSid).participants.list()).toEqual([]);
    expect((await api.client.calls(ben.callSid).fetch()).status).toBe('completed');
  });

  it('finds participants by their label, and nobody who was removed', async () => {
    const { conferenceSid, callSid } = await api.dialIn('Talk', ANNA);
    await api.dialIn('Talk', BEN, { label: 'ben' });
    const { participants } = api.client.conferences(conferenceSid);

    const muted = await participants('ben').update({ muted: true });
    const removed = await participants(callSid).remove();

    expect(muted).toMatchObject({ label: 'ben', muted: true });
    expect(removed).toBe(true);
    expect(centre.statusOf(callSid)).toBe('completed');
    expect(await refusal(participants(callSid).fetch())).toEqual({ status: 404, code: 20404 });
  });

  it('turns away who brings a label that is taken', async () => {
    await api.dialIn('Talk', ANNA, { label: 'one' });

    const second = await api.dialIn('Talk', BEN, { label: 'one' });

    expect((await api.client.calls(second.callSid).fetch()).status).toBe('completed');
    expect(centre.local.journal.entries({ kind: 'alert' })).toMatchObject([
      { note: expect.stringContaining('error 16025') as unknown },
    ]);
  });

  it('is refused with the codes of Twilio', async () => {
    const { conferenceSid } = await api.dialIn('Talk', ANNA);
    await api.client.conferences(conferenceSid).update({ status: 'completed' });
    const gone = { status: 404, code: 20404 };

    expect([
      await refusal(api.client.conferences(`CF${'0'.repeat(32)}`).fetch()),
      await refusal(api.client.conferences('Nothing').participants.list()),
      await refusal(api.dialIn(conferenceSid, BEN)),
      await refusal(api.client.conferences(conferenceSid).update({ status: 'completed' })),
    ]).toEqual([gone, gone, gone, gone]);
  });
});
