import { ANNA, BEN, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let api: VoiceApi;
let anna: string;
let ben: string;

const open = async (announcementFailures: 'silent' | 'told' = 'silent'): Promise<void> => {
  centre = await openVoiceCentre({ voice: { announcementFailures } });
  api = openVoiceApi(centre);
  ({ callSid: anna } = await api.dialIn('Talk', ANNA, api.callback));
  ({ callSid: ben } = await api.dialIn('Talk', BEN));
};

const close = async (): Promise<void> => {
  api.stop();
  await centre.stop();
};

beforeEach(() => open());
afterEach(close);

const conference = () => api.client.conferences(centre.callbacks()[0]?.['ConferenceSid'] ?? '');
const at = (path: string): string => `${centre.receiver.origin}${path}`;
const hears = async (callSid: string): Promise<unknown> => (await centre.customer(callSid))['hears'];
const told = () =>
  centre.callbacks().filter(({ StatusCallbackEvent }) => StatusCallbackEvent?.startsWith('announcement'));
const say = (text: string): string => `<Response><Say>${text}</Say></Response>`;

/** Announces, and waits until it has begun. */
const announce = async (announceUrl: string, announceMethod: 'GET' | 'POST' = 'POST'): Promise<void> => {
  await conference().update({ announceUrl, announceMethod });
  await centre.settle();
};

describe('an announcement to everyone', () => {
  it('is asked for by a signed webhook, heard by all who are not on hold, and told when it is over', async () => {
    centre.receiver.answerWith(say('The line was interrupted'), '/interrupted');
    await conference().participants(ben).update({ hold: true });

    await announce(at('/interrupted'));
    const heard = [await hears(anna), await hears(ben)];
    await centre.local.clock.advance(2_000);

    const asked = centre.receiver.received.find(({ url }) => url === '/interrupted');
    expect(asked).toMatchObject({ method: 'POST' });
    expect(asked?.headers['x-twilio-signature']).toBeTruthy();
    expect(heard).toEqual([{ say: 'The line was interrupted' }, { music: 'hold' }]);
    expect(await hears(anna)).toMatchObject({ with: [] });
    expect(told()).toMatchObject([
      { StatusCallbackEvent: 'announcement-end', AnnounceUrl: at('/interrupted') },
    ]);
    expect(told()[0]).not.toHaveProperty('CallSid');
  });

  it('may be an audio file, asked for by GET', async () => {
    centre.receiver.reply({ contentType: 'audio/mpeg', body: 'ID3' }, '/interrupted.mp3');

    await announce(at('/interrupted.mp3'), 'GET');

    expect(centre.receiver.received.at(-1)).toMatchObject({ method: 'GET', body: '' });
    expect([await hears(anna), await hears(ben)]).toEqual([
      { play: at('/interrupted.mp3') },
      { play: at('/interrupted.mp3') },
    ]);
  });

  it('goes on where it redirects to', async () => {
    centre.receiver.answerWith('<Response><Redirect>second?step=2</Redirect></Response>', '/first');
    centre.receiver.answerWith(say('Two'), '/second');

    await announce(at('/first'));

    expect(await hears(anna)).toEqual({ say: 'Two' });
    expect(centre.receiver.received.at(-1)?.url).toBe('/second?step=2');
  });

  it('gives way to a later one, whose end alone is told', async () => {
    centre.receiver.answerWith('<Response><Play>https://a.b/long.mp3</Play></Response>', '/long');
    centre.receiver.answerWith(say('Short'), '/short');
    await announce(at('/long'));

    await announce(at('/short'));
    const heard = await hears(anna);
    await centre.local.clock.advance(10_000);

    expect(heard).toEqual({ say: 'Short' });
    expect(told().map(({ AnnounceUrl }) => AnnounceUrl)).toEqual([at('/short')]);
  });

  it('ends without a word with the conference', async () => {
    centre.receiver.answerWith(say('Hello'));
    await announce(at('/hello'));

    await conference().update({ status: 'completed' });
    await centre.local.clock.advance(10_000);

    expect(told()).toEqual([]);
  });

  it.each([
    ['is not there', { status: 404 }, 'error 11200'],
    ['is no TwiML', { contentType: 'text/plain', body: 'Hello' }, 'error 12300'],
    ['does more than sound', { body: '<Response><Hangup/></Response>' }, 'error 12200'],
    ['never pauses', { body: '<Response><Redirect>failing</Redirect></Response>' }, 'error 11206'],
  ])('that %s is an alert, and nothing else', async (_, reply, alert) => {
    centre.receiver.reply(reply, '/failing');

    await announce(at('/failing'));

    expect(centre.alerts()).toEqual([expect.stringContaining(alert)]);
    expect(told()).toEqual([]);
    expect(await hears(anna)).toMatchObject({ with: [BEN] });
  });

  it('that fails is told, if so chosen', async () => {
    await close();
    await open('told');
    centre.receiver.reply({ status: 500 }, '/failing');

    await announce(at('/failing'));

    expect(told()).toMatchObject([
      {
        StatusCallbackEvent: 'announcement-fail',
        AnnounceUrl: at('/failing'),
        ReasonAnnouncementFailed: 'The webhook was answered with 500',
      },
    ]);
  });

  it('is refused without a URL, or in a conference that has ended', async () => {
    const refused = await refusal(announce('nowhere'));
    await conference().update({ status: 'completed' });

    expect(refused).toEqual({ status: 400, code: 21205 });
    expect(await refusal(announce(at('/late')))).toEqual({ status: 404, code: 20404 });
  });
});

describe('an announcement to one', () => {
  beforeEach(async () => {
    centre.receiver.answerWith(say('For Ben alone'), '/ben');
    await conference()
      .participants(ben)
      .update({ announceUrl: at('/ben') });
    await centre.settle();
  });

  it('is heard by that one, on hold or not, and told with it', async () => {
    await conference().participants(ben).update({ hold: true });
    const heard = [await hears(anna), await hears(ben)];
    await centre.local.clock.advance(1_000);

    const asked = centre.receiver.received.find(({ url }) => url === '/ben');
    expect(new URLSearchParams(asked?.body).get('CallSid')).toBe(ben);
    expect(heard).toEqual([expect.objectContaining({ with: [] }), { say: 'For Ben alone' }]);
    expect(told()).toMatchObject([{ StatusCallbackEvent: 'announcement-end', CallSid: ben, Hold: 'true' }]);
  });

  it('is told without the participant once it has left', async () => {
    await conference().participants(ben).remove();

    await centre.local.clock.advance(1_000);

    expect(told()).toMatchObject([{ AnnounceUrl: at('/ben') }]);
    expect(told()[0]).not.toHaveProperty('CallSid');
  });
});
