import { AccountSid, CallSid, ConferenceSid } from '../src/contracts';
import { voicePort } from '../src/twilio/voice';
import type { TwilioAnswer, TwilioCall } from '../src/twilio/requestTwilio';
import { UpstreamError } from '../src/twilio/upstreamError';

const ACCOUNT = AccountSid.parse(`AC${'1'.repeat(32)}`);
const CONFERENCE = ConferenceSid.parse(`CF${'2'.repeat(32)}`);
const CALL = CallSid.parse(`CA${'3'.repeat(32)}`);

/** A Twilio that gives these answers in turn, or fails with them. */
function fakeTwilio(...answers: readonly (object | UpstreamError)[]) {
  const calls: TwilioCall[] = [];
  const left = [...answers];
  const api = (call: TwilioCall): Promise<TwilioAnswer> => {
    calls.push(call);
    const answer = left.shift();
    if (answer instanceof UpstreamError) return Promise.reject(answer);
    return Promise.resolve({ body: answer ?? {}, etag: undefined });
  };
  return { calls, voice: voicePort({ api, accountSid: ACCOUNT }) };
}

const leg = (digit: string) => ({
  call_sid: `CA${digit.repeat(32)}`,
  conference_sid: CONFERENCE,
  hold: false,
  end_conference_on_exit: true,
});
const refusal = (status: number, twilioCode: number) =>
  new UpstreamError({
    reason: status === 404 ? 'not-found' : 'refused',
    outcome: 'not-executed',
    retryable: false,
    status,
    twilioCode,
  });

describe('the voice port', () => {
  it('lists everybody, page by page, and sends credentials to no host that an answer names', async () => {
    const { calls, voice } = fakeTwilio(
      { participants: [leg('4')], next_page_uri: 'https://evil.test/2010-04-01/next?Page=1' },
      { participants: [leg('5')], next_page_uri: null },
    );

    const legs = await voice.listParticipants('WT1');

    expect(legs.map(({ callSid }) => callSid)).toEqual([leg('4').call_sid, leg('5').call_sid]);
    expect(calls[1]?.url).toBe('https://api.twilio.com/2010-04-01/next?Page=1');
  });

  it('has nobody on a conference that has ended', async () => {
    const { voice } = fakeTwilio(refusal(404, 20404));

    expect(await voice.listParticipants(CONFERENCE)).toEqual([]);
  });

  it.each([
    ['an unknown call', refusal(404, 20404)],
    ['a call that is over', refusal(400, 21220)],
  ])('cannot redirect %s, which is gone', async (_what, error) => {
    const { voice } = fakeTwilio(error);

    expect(await voice.redirectCall(CALL, { twiml: '<Response/>' })).toBe('gone');
  });

  it('never takes another refusal of a redirect for an ended call', async () => {
    const { voice } = fakeTwilio(refusal(400, 21205));

    await expect(voice.redirectCall(CALL, { url: 'nowhere' })).rejects.toBeInstanceOf(UpstreamError);
  });

  it('sends a redirect as what must not be repeated by itself', async () => {
    const { calls, voice } = fakeTwilio({});

    await voice.redirectCall(CALL, { url: 'https://example.test/' });

    expect(calls[0]).toMatchObject({
      effect: 'create',
      form: { Url: 'https://example.test/', Method: 'POST' },
    });
  });
});
