import type { Fields } from './conferenceCallbacks';
import { openVoiceApi, type VoiceApi } from './voiceApi';
import { CUSTOMER, NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

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

/** Somebody calls a number that puts him into a conference. */
const callInto = async (dial: string, conference: string, behind = ''): Promise<string> => {
  const twiml = `<Response><Dial ${dial}><Conference ${conference}>Room</Conference></Dial>${behind}</Response>`;
  await centre.admin('POST', '/phone-numbers', { number: NUMBER, twiml });
  return centre.call();
};

const hears = async (callSid: string): Promise<unknown> => (await centre.customer(callSid))['hears'];
const endRoom = async (): Promise<void> => {
  const [room] = await api.client.conferences.list({ friendlyName: 'Room', status: 'in-progress' });
  await api.client.conferences(room!.sid).update({ status: 'completed' });
  await centre.settle();
};

describe('<Dial><Conference>', () => {
  it('puts a caller into a conference, and goes on behind it when it has ended', async () => {
    const first = await callInto('', 'waitUrl="https://a.b/w"', '<Say>Over</Say>');
    const alone = await hears(first);
    const second = await centre.call();
    const together = await hears(first);

    await endRoom();

    expect(alone).toEqual({ music: 'https://a.b/w' });
    expect(together).toMatchObject({ with: [CUSTOMER] });
    expect([await hears(first), await hears(second)]).toEqual([{ say: 'Over' }, { say: 'Over' }]);
  });

  it('asks its action instead, when there is one', async () => {
    centre.receiver.answerWith('<Response><Say>From the action</Say></Response>', '/after');
    const callSid = await callInto(
      `action="${centre.receiver.origin}/after" method="GET"`,
      '',
      '<Say>Never</Say>',
    );

    await endRoom();

    const asked = new URL(centre.receiver.received[0]?.url ?? '', centre.receiver.origin);
    expect(asked.pathname).toBe('/after');
    expect(asked.searchParams.get('DialCallStatus')).toBe('answered');
    expect(await hears(callSid)).toEqual({ say: 'From the action' });
  });

  it('goes on for who is kicked, and not for who hangs up', async () => {
    const kicked = await callInto('', '', '<Say>Goodbye</Say>');
    const gone = await centre.call();
    const participants = api.client.conferences('Room').participants;

    await centre.admin('POST', `/customers/calls/${gone}/hangup`, {});
    await participants(kicked).remove();

    expect(await hears(kicked)).toEqual({ say: 'Goodbye' });
    expect(centre.statusOf(gone)).toBe('completed');
  });

  it('has the attributes of a participant', async () => {
    const callSid = await callInto(
      '',
      'muted="true" startConferenceOnEnter="false" endConferenceOnExit="true" participantLabel="me"',
    );

    expect(await api.client.conferences('Room').participants('me').fetch()).toMatchObject({
      callSid,
      muted: true,
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
      coaching: false,
    });
  });

  it('coaches whom it names', async () => {
    const agent = await callInto('', '');
    const coach = await callInto('', `coach="${agent}"`);

    expect(await api.client.conferences('Room').participants(coach).fetch()).toMatchObject({
      coaching: true,
      callSidToCoach: agent,
    });
  });

  it('lets no more in than it says', async () => {
    await callInto('', 'maxParticipants="2"');
    await centre.call();

    const third = await centre.call();

    expect(centre.alerts()).toEqual([expect.stringContaining('error 16020')]);
    expect(centre.statusOf(third)).toBe('completed');
  });

  it('tells the callback of the first what it asks for, start and end unless told', async () => {
    const { origin } = centre.receiver;
    await callInto('', `statusCallback="${origin}/room" statusCallbackMethod="GET"`);
    await callInto('', `statusCallback="${origin}/second" statusCallbackEvent="join leave"`);
    await endRoom();

    const told = centre.receiver.received.map(({ url }): [string, Fields] => {
      const { pathname, searchParams } = new URL(url, origin);
      return [pathname, Object.fromEntries(searchParams)];
    });
    expect(told.map(([path, { StatusCallbackEvent }]) => [path, StatusCallbackEvent])).toEqual([
      ['/room', 'conference-start'],
      ['/room', 'conference-end'],
    ]);
  });

  it.each([
    ['muted="maybe"', 'error 12200'],
    ['maxParticipants="1"', 'error 12200'],
    ['statusCallback="nowhere"', 'error 11100'],
  ])('that makes no sense (%s) ends the call with an alert', async (conference, alert) => {
    const callSid = await callInto('', conference);

    expect(centre.statusOf(callSid)).toBe('completed');
    expect(centre.alerts()).toEqual([expect.stringContaining(alert)]);
  });
});
