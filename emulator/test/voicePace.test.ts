import { ANNA, BEN, openVoiceApi, type VoiceApi } from './voiceApi';
import { NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let api: VoiceApi;

beforeEach(async () => {
  centre = await openVoiceCentre({ voice: { callsPerSecond: 1 } });
  api = openVoiceApi(centre);
});

afterEach(async () => {
  api.stop();
  await centre.stop();
});

const TALK = '<Response><Pause length="60"/></Response>';

const statuses = (sids: readonly string[]) => sids.map((sid) => centre.statusOf(sid));

describe('calls at one a second', () => {
  it('wait as queued for their turn, participants included, and are not refused', async () => {
    const first = await api.client.calls.create({ from: NUMBER, to: ANNA, twiml: TALK });
    const second = await api.client.conferences('Talk').participants.create({ from: NUMBER, to: BEN });
    const sids = [first.sid, second.callSid];
    await centre.settle();
    const before = statuses(sids);

    await centre.local.clock.advance(1_000);

    expect(second.queueTime).toBe('1000');
    expect(before).toEqual(['in-progress', 'queued']);
    expect(statuses(sids)).toEqual(['in-progress', 'in-progress']);
  });

  it('do not wait when the last one was placed long ago', async () => {
    await api.client.calls.create({ from: NUMBER, to: ANNA, twiml: TALK });
    await centre.local.clock.advance(1_000);

    const second = await api.client.calls.create({ from: NUMBER, to: BEN, twiml: TALK });
    await centre.settle();

    expect(centre.statusOf(second.sid)).toBe('in-progress');
  });

  it('can be canceled before their turn, and then never ring', async () => {
    await api.client.calls.create({ from: NUMBER, to: ANNA, twiml: TALK });
    const { sid } = await api.client.calls.create({ from: NUMBER, to: BEN, twiml: TALK });
    await centre.settle();

    await api.client.calls(sid).update({ status: 'canceled' });
    await centre.local.clock.advance(2_000);

    expect(centre.statusOf(sid)).toBe('canceled');
    expect(await centre.admin('GET', '/phones')).toMatchObject({ calls: [{ to: ANNA }] });
  });

  it('to the page of an agent take no turn', async () => {
    await centre.registerDevice('alice');
    const sids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      sids.push((await api.client.calls.create({ from: NUMBER, to: 'client:alice', twiml: TALK })).sid);
    }
    await centre.settle();

    expect(statuses(sids)).not.toContain('queued');
  });
});
