import { ANNA, BEN, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
import { NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

const COACHED = `CA${'1'.repeat(32)}`;

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

/** Anna and Ben on a call; what is told from then on, and Ben as a participant. */
const talk = async () => {
  const { conferenceSid, callSid: anna } = await api.dialIn('Talk', ANNA, api.callback);
  const { callSid } = await api.dialIn('Talk', BEN);
  const before = centre.callbacks().length;
  return {
    anna,
    conference: api.client.conferences(conferenceSid),
    ben: api.client.conferences(conferenceSid).participants(callSid),
    told: async () => {
      await centre.settle();
      return centre.callbacks().slice(before);
    },
  };
};

/** What no SDK sends: texts for booleans. */
const post = async (path: string, form: Readonly<Record<string, string>>): Promise<Response> => {
  const { accountSid, authToken, origin } = centre.local;
  return fetch(`${origin}/_host/api.twilio.com/2010-04-01/Accounts/${accountSid}/${path}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
};

describe('a participant', () => {
  it('is muted, heard again, held and taken back, each told by its name', async () => {
    const { ben, told } = await talk();

    for (const change of [{ muted: true }, { muted: false }, { hold: true }, { hold: false }]) {
      await ben.update(change);
    }

    expect(
      (await told()).map(({ StatusCallbackEvent, Muted, Hold }) => [StatusCallbackEvent, Muted, Hold]),
    ).toEqual([
      ['participant-mute', 'true', 'false'],
      ['participant-unmute', 'false', 'false'],
      ['participant-hold', 'false', 'true'],
      ['participant-unhold', 'false', 'false'],
    ]);
  });

  it('is told of only when muting or holding changes something', async () => {
    const { ben, told } = await talk();

    await ben.update({ muted: false, hold: false });

    expect(await told()).toEqual([]);
  });

  it('that is muted is not heard, that is held neither hears nor is heard', async () => {
    const { anna, ben } = await talk();
    await ben.update({ muted: true });
    const toMuted = await centre.customer(anna);
    await ben.update({ muted: false, hold: true });

    const { callSid } = await ben.fetch();
    expect(toMuted).toMatchObject({ hears: { with: [] }, with: [BEN] });
    expect(await centre.customer(anna)).toMatchObject({ hears: { with: [] } });
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'hold' } });
  });

  it.each([
    ['BeepOnExit', { beepOnExit: true }, {}],
    ['EndConferenceOnExit', { endConferenceOnExit: true }, { endConferenceOnExit: true }],
    ['WaitUrl', { waitUrl: 'https://example.com/wait' }, {}],
    ['Coaching', { coaching: true, callSidToCoach: COACHED }, { coaching: true, callSidToCoach: COACHED }],
  ])('is modified by %s', async (_, change, shown) => {
    const { ben, told } = await talk();

    await ben.update(change);

    expect(await told()).toMatchObject([{ StatusCallbackEvent: 'participant-modify' }]);
    expect(await ben.fetch()).toMatchObject(shown);
  });

  it('on hold keeps its EndConferenceOnExit, with success and without a word, unless Hold comes with it', async () => {
    const { ben, told } = await talk();
    await ben.update({ hold: true });

    const stuck = await ben.update({ endConferenceOnExit: true });
    const together = await ben.update({ hold: true, endConferenceOnExit: true });
    await ben.update({ hold: false });
    const after = await ben.update({ endConferenceOnExit: false });

    expect([stuck, together, after].map(({ endConferenceOnExit }) => endConferenceOnExit)).toEqual([
      false,
      true,
      false,
    ]);
    expect(
      (await told()).map(({ StatusCallbackEvent, EndConferenceOnExit }) => [
        StatusCallbackEvent,
        EndConferenceOnExit,
      ]),
    ).toEqual([
      ['participant-hold', 'false'],
      ['participant-modify', 'true'],
      ['participant-unhold', 'true'],
      ['participant-modify', 'false'],
    ]);
  });

  it('takes any text but true for false', async () => {
    const { conference, ben } = await talk();
    await ben.update({ muted: true });
    const { conferenceSid, callSid } = await ben.fetch();

    await post(`Conferences/${conferenceSid}/Participants/${callSid}.json`, { Muted: 'yes', Hold: 'TRUE' });

    const [found] = await conference.participants.list({ hold: true });
    expect(found).toMatchObject({ callSid, muted: false, hold: true });
  });

  it('is not changed by a request that is refused', async () => {
    const { ben } = await talk();

    const refused = await refusal(ben.update({ muted: true, announceUrl: 'nowhere' }));

    expect(refused).toEqual({ status: 400, code: 21205 });
    expect((await ben.fetch()).muted).toBe(false);
  });

  it('who coaches is listed as such, and heard by whom he coaches alone', async () => {
    const { anna, conference, ben } = await talk();
    const { callSid } = await api.dialIn('Talk', '+15550000103', { coaching: true, callSidToCoach: anna });

    const coaches = await conference.participants.list({ coaching: true });

    expect(coaches.map((coach) => coach.callSid)).toEqual([callSid]);
    expect(await centre.customer(anna)).toMatchObject({ hears: { with: [BEN, '+15550000103'] } });
    expect(await centre.customer((await ben.fetch()).callSid)).toMatchObject({ hears: { with: [ANNA] } });
  });
});

describe('a conference nobody starts', () => {
  const waits = { startConferenceOnEnter: false };

  it('is in progress by REST all the same; everybody hears music until somebody does', async () => {
    const anna = await api.dialIn('Talk', ANNA, { ...api.callback, ...waits });
    await api.dialIn('Talk', BEN, waits);
    const before = centre.told();
    const [waiting] = await api.client.conferences.list({ status: 'in-progress' });
    const participants = await api.client.conferences(anna.conferenceSid).participants.list();
    const alone = await centre.customer(anna.callSid);

    await api.dialIn('Talk', '+15550000103');

    expect(before).toEqual([`participant-join ${ANNA}`, `participant-join ${BEN}`]);
    expect(waiting?.sid).toBe(anna.conferenceSid);
    expect(participants.map(({ muted }) => muted)).toEqual([false, false]);
    expect(alone).toMatchObject({ hears: { music: 'wait' } });
    expect(centre.told().slice(2)).toEqual(['participant-join +15550000103', 'conference-start']);
    expect(await centre.customer(anna.callSid)).toMatchObject({ hears: { with: [BEN, '+15550000103'] } });
  });
});

describe('a conference that is full', () => {
  it('lets nobody else in', async () => {
    const { conferenceSid } = await api.dialIn('Talk', ANNA, { maxParticipants: 2 });
    await api.dialIn('Talk', BEN);

    const third = await api.client.conferences('Talk').participants.create({ from: NUMBER, to: NUMBER });
    await centre.settle();

    expect(await api.client.conferences(conferenceSid).participants.list()).toHaveLength(2);
    expect(centre.statusOf(third.callSid)).toBe('completed');
    expect(centre.alerts()).toEqual([expect.stringContaining('error 16020')]);
  });
});
