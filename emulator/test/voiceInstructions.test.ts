import type { Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { openVoiceApi, type VoiceApi } from './voiceApi';
import { CAROLS_PHONE, NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

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

describe('an instruction', () => {
  let carol: Worker;

  beforeEach(async () => {
    carol = await centre.connect('carol');
  });

  it('dequeue bridges caller and worker until either hangs up', async () => {
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const accepted = once(reservation, 'accepted');
    const [offline] = centre.workspace.activities.list().filter(({ available }) => !available);
    await reservation.dequeue({ from: NUMBER, postWorkActivitySid: offline?.sid ?? '' });
    await accepted;
    await centre.settle();
    const [leg] = await api.client.calls.list({ to: CAROLS_PHONE });
    const bridged = await centre.customer(callSid);

    await api.client.calls(leg?.sid ?? '').update({ status: 'completed' });

    expect(leg).toMatchObject({ from: NUMBER, status: 'in-progress' });
    expect(bridged).toMatchObject({ with: ['carol'] });
    expect(centre.workspace.workers.get(carol.sid).activitySid).toBe(offline?.sid);
    expect(JSON.parse(centre.workspace.tasks.get(reservation.task.sid).attributes)).toMatchObject({
      worker_call_sid: leg?.sid,
    });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('call has the worker follow TwiML, and accepts when he answers', async () => {
    centre.receiver.answerWith('<Response><Say>A call for you</Say></Response>');
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const accepted = once(reservation, 'accepted');

    await reservation.call(NUMBER, `${centre.receiver.origin}/whisper`);
    await accepted;
    await centre.settle();

    expect(await centre.admin('GET', '/phones')).toMatchObject({
      calls: [{ to: CAROLS_PHONE, hears: { say: 'A call for you' } }],
    });
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' } });
  });

  it('redirect sends the caller elsewhere', async () => {
    centre.receiver.answerWith('<Response><Say>Elsewhere</Say></Response>');
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const accepted = once(reservation, 'accepted');

    await reservation.redirect(callSid, `${centre.receiver.origin}/elsewhere`);
    await accepted;
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ hears: { say: 'Elsewhere' } });
  });
});
