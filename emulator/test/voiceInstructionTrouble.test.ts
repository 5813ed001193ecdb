import type { Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { acceptCall } from './acceptCall';
import { CAROLS_PHONE, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let carol: Worker;

beforeEach(async () => {
  centre = await openVoiceCentre();
  carol = await centre.connect('carol');
});

afterEach(() => centre.stop());

const instruct = async (
  { sid }: Reservation,
  instruction: string,
  instructionParameters: Readonly<Record<string, string>> = {},
): Promise<void> => {
  centre.workspace.reservations.update(sid, { instruction, instructionParameters });
  await centre.settle();
};

const setHabit = (habit: string) =>
  centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}`, { habit });

const statusOf = ({ sid }: Reservation) => centre.workspace.reservations.find(sid)?.reservationStatus;
const legs = () => centre.local.voice.calls().filter(({ to }) => to === CAROLS_PHONE);

describe('an instruction that can not be carried out', () => {
  it('for want of an address to call rejects the reservation', async () => {
    const { reservation } = await centre.offer(carol, { for: 'carol' });
    centre.workspace.workers.update(carol.sid, { attributes: '{"name":"carol"}' });

    await instruct(reservation, 'conference');

    expect(statusOf(reservation)).toBe('rejected');
    expect(centre.alerts()).toEqual([expect.stringMatching(/error 40114.*contact_uri/)]);
  });

  it('for want of a URL is an alert, and rings nobody', async () => {
    const { reservation } = await centre.offer(carol, { for: 'carol' });

    await instruct(reservation, 'call', { CallFrom: '+15551000000' });

    expect(legs()).toEqual([]);
    expect(centre.alerts()).toEqual([expect.stringContaining('error 40114')]);
  });

  it.each([
    ['there is none', { RedirectUrl: 'https://example.com', RedirectCallSid: `CA${'0'.repeat(32)}` }],
    ['nobody says where to', { RedirectCallSid: 'the caller' }],
  ])('because of the call to redirect (%s) is an alert', async (_, parameters) => {
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const { RedirectCallSid: sid } = parameters;

    await instruct(reservation, 'redirect', {
      ...parameters,
      RedirectCallSid: sid === 'the caller' ? callSid : sid,
    });

    expect(centre.alerts()).toEqual([expect.stringContaining('error 40121')]);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' } });
  });
});

describe('an instruction', () => {
  it('given again while the telephone rings does nothing', async () => {
    await setHabit('rings');
    const { reservation } = await centre.offer(carol, { for: 'carol' });

    await instruct(reservation, 'conference');
    await instruct(reservation, 'conference');

    expect(legs().map(({ status }) => status)).toEqual(['ringing']);
    expect(statusOf(reservation)).toBe('pending');
  });

  it('to call with Accept has the reservation before anybody answers', async () => {
    await setHabit('rings');
    const { reservation } = await centre.offer(carol, { for: 'carol' });

    await instruct(reservation, 'call', { CallUrl: `${centre.receiver.origin}/whisper`, CallAccept: 'true' });

    expect(statusOf(reservation)).toBe('accepted');
    expect(legs().map(({ status }) => status)).toEqual(['ringing']);
  });

  it('whose reservation times out while the telephone rings takes the call back', async () => {
    await setHabit('rings');
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    await instruct(reservation, 'conference', { Timeout: '600' });

    await centre.local.clock.advance(120_000);

    expect(statusOf(reservation)).toBe('timeout');
    expect(legs().map(({ status }) => status)).toEqual(['canceled']);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' } });
  });

  it('can be accepted although the attributes have no room for the conference', async () => {
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const { sid, attributes } = centre.workspace.tasks.get(reservation.task.sid);
    const filling = 'x'.repeat(4_080 - attributes.length);
    centre.workspace.tasks.update(sid, { attributes: attributes.replace('{', `{"text":"${filling}",`) });

    await acceptCall(centre, reservation);

    expect(await centre.customer(callSid)).toMatchObject({ with: ['carol'] });
    expect(centre.workspace.tasks.get(sid).attributes).not.toContain('"conference"');
    expect(centre.alerts()).toEqual([expect.stringContaining('error 20001')]);
  });

  it('ends the leg of a worker whose caller is gone before he answers', async () => {
    await setHabit('rings');
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    const canceled = once(reservation, 'canceled');
    await instruct(reservation, 'conference');

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await canceled;

    expect(legs().map(({ status }) => status)).toEqual(['canceled']);
    expect(centre.alerts()).toEqual([]);
  });
});
