import { ANNA, BEN, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
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

/** Anna and Ben on a call, in that order. */
const talk = async (anna: object = {}) => {
  const first = await api.dialIn('Talk', ANNA, { ...api.callback, label: 'anna', ...anna });
  const second = await api.dialIn('Talk', BEN);
  const conference = api.client.conferences(first.conferenceSid);
  return { conference, anna: first.callSid, ben: second.callSid };
};

const hangUp = (number: string) => centre.admin('POST', `/phones/${encodeURIComponent(number)}/hangup`, {});

const ending = async () => {
  await centre.settle();
  const told = centre.callbacks();
  const reasons = told.flatMap(({ CallSid, ReasonParticipantLeft: reason, ParticipantCallStatus: status }) =>
    reason === undefined ? [] : [[CallSid, reason, status]],
  );
  return { reasons, end: told.find(({ StatusCallbackEvent }) => StatusCallbackEvent === 'conference-end') };
};

describe('who leaves a conference', () => {
  it('by hanging up ends it when his leaving shall: the others are told off', async () => {
    const { conference, anna, ben } = await talk({ endConferenceOnExit: true });

    await hangUp(ANNA);

    const { reasons, end } = await ending();
    expect(reasons).toEqual([
      [anna, 'participant_hung_up', 'completed'],
      [ben, 'moderator_ended_conference', 'in-progress'],
    ]);
    expect(end).toMatchObject({
      CallSidEndingConference: anna,
      ParticipantLabelEndingConference: 'anna',
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      Reason: 'Participant with endConferenceOnExit left',
    });
    expect(await conference.fetch()).toMatchObject({ status: 'completed', callSidEndingConference: anna });
    expect(centre.statusOf(ben)).toBe('completed');
  });

  it('leaves it to the others when his leaving shall not; the last one ends it', async () => {
    const { conference, anna, ben } = await talk();

    await hangUp(ANNA);
    await centre.settle();
    const between = await conference.fetch();
    await hangUp(BEN);

    const { reasons, end } = await ending();
    expect(between.status).toBe('in-progress');
    expect(reasons).toEqual([
      [anna, 'participant_hung_up', 'completed'],
      [ben, 'participant_hung_up', 'completed'],
    ]);
    expect(end).toMatchObject({
      ReasonConferenceEnded: 'last-participant-left',
      CallSidEndingConference: ben,
    });
    expect(end).not.toHaveProperty('ParticipantLabelEndingConference');
  });

  it('by being kicked ends it when his leaving shall', async () => {
    const { conference, anna, ben } = await talk({ endConferenceOnExit: true });

    await conference.participants('anna').remove();

    const { reasons, end } = await ending();
    expect(reasons).toEqual([
      [anna, 'participant_updated_via_api', 'in-progress'],
      [ben, 'moderator_ended_conference', 'in-progress'],
    ]);
    expect(end).toMatchObject({ ReasonConferenceEnded: 'participant-with-end-conference-on-exit-kicked' });
    expect([centre.statusOf(anna), centre.statusOf(ben)]).toEqual(['completed', 'completed']);
  });

  it('by being kicked as the last one ends it', async () => {
    const { conference, anna, ben } = await talk();

    await conference.participants(ben).remove();
    await conference.participants(anna).remove();

    expect((await ending()).end).toMatchObject({ ReasonConferenceEnded: 'last-participant-kicked' });
  });

  it('by a redirect is out at once, which ends it when his leaving shall', async () => {
    const { conference, anna, ben } = await talk({ endConferenceOnExit: true });

    await api.client.calls(anna).update({ twiml: '<Response><Say>Elsewhere</Say></Response>' });

    expect(await refusal(conference.participants(anna).fetch())).toEqual({ status: 404, code: 20404 });
    const { reasons, end } = await ending();
    expect(reasons).toEqual([
      [anna, 'participant_updated_via_api', 'in-progress'],
      [ben, 'moderator_ended_conference', 'in-progress'],
    ]);
    expect(end).toMatchObject({ CallSidEndingConference: anna });
    expect([centre.statusOf(anna), centre.statusOf(ben)]).toEqual(['in-progress', 'completed']);
  });

  it('by the end of his call is told with its status', async () => {
    const { anna } = await talk();

    await api.client.calls(anna).update({ status: 'completed' });

    expect((await ending()).reasons).toEqual([[anna, 'participant_updated_via_api', 'completed']]);
  });

  it('is told so when REST ends it, which nobody did by leaving', async () => {
    const { conference, anna, ben } = await talk();

    await conference.update({ status: 'completed' });

    const { reasons, end } = await ending();
    expect(reasons).toEqual([
      [anna, 'conference_ended_via_api', 'in-progress'],
      [ben, 'conference_ended_via_api', 'in-progress'],
    ]);
    expect(end).toMatchObject({ ReasonConferenceEnded: 'conference-ended-via-api' });
    expect(end).not.toHaveProperty('CallSidEndingConference');
  });
});

describe('the end of a conference told early', () => {
  it('comes before the leaving of everybody but who ended it', async () => {
    api.stop();
    await centre.stop();
    centre = await openVoiceCentre({ voice: { conferenceEnd: 'early' } });
    api = openVoiceApi(centre);
    await talk({ endConferenceOnExit: true });

    await hangUp(ANNA);
    await centre.settle();

    expect(centre.told().slice(3)).toEqual([
      `participant-leave ${ANNA}`,
      'conference-end',
      `participant-leave ${BEN}`,
    ]);
  });
});
