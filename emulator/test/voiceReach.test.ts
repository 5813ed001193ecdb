import { once } from '../src/testing';
import { acceptCall } from './acceptCall';
import { CAROLS_PHONE, CUSTOMER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

describe('a worker nobody can reach', () => {
  it('without a registered device does not get the call: the next one is asked', async () => {
    const alice = await centre.connect('alice');
    const { callSid, reservation } = await centre.offer(alice);
    const [rejected, again] = [once(reservation, 'rejected'), once(alice, 'reservationCreated')];

    await reservation.conference();
    await Promise.all([rejected, again]);

    expect(centre.statusOf(centre.legTo('client:alice'))).toBe('no-answer');
    expect(centre.told()).toEqual([]);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' }, with: [] });
    expect(centre.local.journal.entries({ kind: 'alert' })).toMatchObject([
      { note: expect.stringContaining('error 40114') as unknown },
    ]);
  });

  it('who lets his telephone ring does not get the call either', async () => {
    const carol = await centre.connect('carol');
    await centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}`, { habit: 'rings' });
    const { reservation } = await centre.offer(carol, { for: 'carol' });
    await reservation.conference({ timeout: 20 });
    await centre.settle();
    const ringing = centre.statusOf(centre.legTo(CAROLS_PHONE));
    const rejected = once(reservation, 'rejected');

    await centre.local.clock.advance(25_000);
    await rejected;

    expect(ringing).toBe('ringing');
    expect(centre.statusOf(centre.legTo(CAROLS_PHONE))).toBe('no-answer');
  });

  it('stops ringing when the caller has hung up', async () => {
    const carol = await centre.connect('carol');
    await centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}`, { habit: 'rings' });
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    await reservation.conference();
    await centre.settle();

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.settle();

    expect(centre.statusOf(centre.legTo(CAROLS_PHONE))).toBe('canceled');
  });
});

describe('a worker on the telephone', () => {
  it('keeps the call when the page goes away, and can hang up the telephone', async () => {
    const [carol, device] = await Promise.all([centre.connect('carol'), centre.registerDevice('carol')]);
    const { callSid, reservation } = await centre.offer(carol, { for: 'carol' });
    await acceptCall(centre, reservation);

    await device.close();
    await centre.settle();
    const without = await centre.customer(callSid);
    const phones = await centre.admin('GET', '/phones');
    const wrapping = once(reservation, 'wrapup');
    await centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}/hangup`, {});
    await wrapping;

    expect(without).toMatchObject({ with: ['carol'] });
    expect(phones).toMatchObject({ calls: [{ to: CAROLS_PHONE, hears: { with: [CUSTOMER] } }] });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });
});
