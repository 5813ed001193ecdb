import { ANNA, BEN, openVoiceApi, type VoiceApi } from './voiceApi';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';

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

/** The telephone at a number, from now on. */
const setHabit = (number: string, habit: string) =>
  centre.admin('POST', `/phones/${encodeURIComponent(number)}`, { habit });

const leaves = () =>
  centre.callbacks().filter(({ StatusCallbackEvent }) => StatusCallbackEvent === 'participant-leave');

describe('the callback of a conference', () => {
  it('tells its story with numbers, only what was asked for, and texts for booleans', async () => {
    const { conferenceSid, callSid } = await api.dialIn('Story', ANNA, {
      ...api.callback,
      conferenceStatusCallbackEvent: ['start', 'end', 'join'],
      label: 'anna',
    });
    await api.dialIn('Story', BEN);
    await api.client.conferences(conferenceSid).update({ status: 'completed' });
    await centre.settle();

    expect(
      centre.callbacks().map((fields) => [fields['SequenceNumber'], fields['StatusCallbackEvent']]),
    ).toEqual([
      ['1', 'participant-join'],
      ['2', 'participant-join'],
      ['3', 'conference-start'],
      ['4', 'conference-end'],
    ]);
    expect(centre.callbacks()[0]).toEqual({
      AccountSid: centre.local.accountSid,
      ConferenceSid: conferenceSid,
      FriendlyName: 'Story',
      SequenceNumber: '1',
      Timestamp: 'Mon, 01 Jun 2026 09:00:00 +0000',
      StatusCallbackEvent: 'participant-join',
      CallSid: callSid,
      Muted: 'false',
      Hold: 'false',
      Coaching: 'false',
      EndConferenceOnExit: 'false',
      StartConferenceOnEnter: 'true',
      ParticipantLabel: 'anna',
    });
  });

  it('tells start and end unless told more', async () => {
    const { conferenceSid } = await api.dialIn('Story', ANNA, {
      conferenceStatusCallback: `${centre.receiver.origin}/conference`,
    });
    await api.dialIn('Story', BEN);
    await api.client.conferences(conferenceSid).update({ status: 'completed' });
    await centre.settle();

    expect(centre.told()).toEqual(['conference-start', 'conference-end']);
  });

  it('is that of the first to join, whoever was called first and whoever comes later', async () => {
    await setHabit(ANNA, 'rings');
    const at = (path: string) => ({
      ...api.callback,
      conferenceStatusCallback: `${centre.receiver.origin}${path}`,
    });
    await api.dialIn('Story', ANNA, at('/first-called'));

    await api.dialIn('Story', BEN, at('/first-in'));
    await api.dialIn('Story', '+15550000103', at('/second-in'));

    expect(new Set(centre.receiver.received.map(({ url }) => url))).toEqual(new Set(['/first-in']));
  });

  it.each([
    ['busy', 0, 'busy'],
    ['rings', 65_000, 'no-answer'],
  ])('says that somebody whose telephone is %s could not be added', async (habit, ms, status) => {
    await api.dialIn('Talk', ANNA, api.callback);
    await setHabit(BEN, habit);

    const ben = await api.dialIn('Talk', BEN);
    await centre.local.clock.advance(ms);

    expect(leaves()).toMatchObject([
      {
        CallSid: ben.callSid,
        ReasonParticipantLeft: 'participant_add_failed',
        ParticipantCallStatus: status,
      },
    ]);
  });

  it('says nothing of a conference nobody ever joined', async () => {
    await setHabit(ANNA, 'busy');

    const { conferenceSid } = await api.dialIn('Talk', ANNA, api.callback);

    expect(centre.told()).toEqual([]);
    expect(await api.client.conferences(conferenceSid).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: null,
    });
  });

  it('comes twice and in disorder when the fault plan says so, under numbers that tell', async () => {
    const match = { kind: 'conference-status' };
    centre.local.faults.add({ match, effect: { type: 'duplicate' } });
    centre.local.faults.add({ match, effect: { type: 'reorder', windowMs: 1_000 } });

    for (const to of [ANNA, BEN, '+15550000103']) await api.dialIn('Talk', to, api.callback);
    await centre.local.clock.advance(1_000);

    const numbers = centre.receiver.received.map(({ body }) =>
      new URLSearchParams(body).get('SequenceNumber'),
    );
    expect(numbers).toHaveLength(8);
    expect(numbers).not.toEqual([...numbers].sort());
    expect([...numbers].sort()).toEqual(['1', '1', '2', '2', '3', '3', '4', '4']);
  });
});
