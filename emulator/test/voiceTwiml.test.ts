import twilio from 'twilio';
import { openVoiceCentre, NUMBER, type VoiceCentre } from './voiceCentre';

describe('TwiML', () => {
  let centre: VoiceCentre;

  beforeEach(async () => {
    centre = await openVoiceCentre();
  });

  afterEach(() => centre.stop());

  /** Somebody calls a number that says this. */
  const callTo = async (verbs: string): Promise<string> => {
    await centre.admin('POST', '/phone-numbers', { number: NUMBER, twiml: `<Response>${verbs}</Response>` });
    return centre.call();
  };

  const hears = async (callSid: string): Promise<unknown> => (await centre.customer(callSid))['hears'];

  it('is heard verb by verb, each as long as it takes, and ends in hanging up', async () => {
    const callSid = await callTo('<Say>Hello there</Say><Pause length="2"/><Play>https://a.b/c.mp3</Play>');
    const heard = [await hears(callSid)];
    for (const ms of [1_000, 2_000]) {
      await centre.local.clock.advance(ms);
      heard.push(await hears(callSid));
    }
    await centre.local.clock.advance(5_000);

    expect(heard).toEqual([{ say: 'Hello there' }, { silence: true }, { play: 'https://a.b/c.mp3' }]);
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('comes from a URL by a signed webhook, and goes on where it redirects to', async () => {
    const { receiver } = centre;
    receiver.answerWith('<Response><Redirect method="POST">next?step=2</Redirect></Response>');
    await centre.admin('POST', '/phone-numbers', {
      number: NUMBER,
      voiceUrl: `${receiver.origin}/voice/start`,
    });
    await centre.admin('POST', '/customers/calls', { from: '+15550000009' });
    await centre.settle();
    receiver.answerWith('<Response><Say>Arrived</Say></Response>');
    await centre.settle();

    const [first] = receiver.received;
    const fields = Object.fromEntries(new URLSearchParams(first?.body));
    expect(first?.url).toBe('/voice/start');
    expect(fields).toMatchObject({
      From: '+15550000009',
      To: NUMBER,
      CallStatus: 'ringing',
      Direction: 'inbound',
    });
    expect(
      twilio.validateRequest(
        centre.local.authToken,
        String(first?.headers['x-twilio-signature']),
        `${receiver.origin}/voice/start`,
        fields,
      ),
    ).toBe(true);
    expect(receiver.received.map(({ url }) => url)).toContain('/voice/next?step=2');
  });

  it('may be an audio file: it is played, and that is all', async () => {
    centre.receiver.reply({ contentType: 'audio/wav', body: 'RIFF' }, '/greeting.wav');
    const voiceUrl = `${centre.receiver.origin}/greeting.wav`;
    await centre.admin('POST', '/phone-numbers', { number: NUMBER, voiceUrl, voiceMethod: 'GET' });
    const callSid = await centre.call();
    await centre.settle();
    const heard = await hears(callSid);
    await centre.local.clock.advance(5_000);

    expect(heard).toEqual({ play: voiceUrl });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it.each([
    ['<Reject reason="busy"/>', 'busy'],
    ['<Reject/>', 'no-answer'],
    ['<Hangup/>', 'completed'],
    ['', 'completed'],
  ])('%s ends a call as %s', async (verbs, status) => {
    const callSid = await callTo(verbs);

    expect(await centre.customer(callSid)).toMatchObject({ status });
  });

  it.each([
    ['<Teleport/>', 'error 12200'],
    ['<Dial>+15550001111</Dial>', 'error 12200'],
    ['<Enqueue>support</Enqueue>', 'error 12200'],
    ['<Redirect/>', 'error 12200'],
    ['<Redirect>nowhere</Redirect>', 'error 11100'],
    ['<Pause length="-1"/>', 'error 12200'],
    ['<Dial><Conference/></Dial>', 'error 12200'],
    ['<Say>unclosed', 'error 12100'],
    ['<Say>Fish & chips</Say>', 'error 12100'],
    ['<Enqueue workflowSid="WW1"><Task>no json</Task></Enqueue>', 'error 14221'],
  ])('that can not be carried out (%s) ends the call with an alert', async (verbs, alert) => {
    const callSid = await callTo(verbs);

    expect((await centre.customer(callSid))['endedAt']).not.toBeNull();
    expect(centre.alerts()).toEqual([expect.stringContaining(alert)]);
  });

  it('that never pauses is stopped', async () => {
    const { receiver } = centre;
    receiver.answerWith('<Response><Redirect>again</Redirect></Response>');
    await centre.admin('POST', '/phone-numbers', { number: NUMBER, voiceUrl: `${receiver.origin}/again` });
    const callSid = await centre.call();

    await centre.settle();

    expect(centre.alerts()).toEqual([expect.stringContaining('error 11206')]);
    expect((await centre.customer(callSid))['endedAt']).not.toBeNull();
  });

  it('that nobody answers with ends the call', async () => {
    await centre.admin('POST', '/phone-numbers', { number: NUMBER, voiceUrl: 'http://127.0.0.1:1/voice' });

    const callSid = await centre.call();
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ status: 'failed' });
    expect(centre.alerts()).toEqual([expect.stringContaining('error 11200')]);
  });
});
