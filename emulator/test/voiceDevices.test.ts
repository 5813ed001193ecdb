import type { Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { acceptCall } from './acceptCall';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';
import { openDevice } from '../src/testing/voiceDevice';

let centre: VoiceCentre;
let alice: Worker;

beforeEach(async () => {
  centre = await openVoiceCentre();
  alice = await centre.connect('alice');
});

afterEach(() => centre.stop());

/** A call for alice whose reservation was told to ring her, and how it ended for her. */
const ring = async (): Promise<{ reservation: Reservation; rejected: Promise<void> }> => {
  const { reservation } = await centre.offer(alice);
  const rejected = once(reservation, 'rejected');
  await reservation.conference();
  await centre.settle();
  return { reservation, rejected: rejected.then(() => undefined) };
};

describe('a voice device', () => {
  it.each([
    ['unknown', () => 'nonsense', '20101'],
    ['revoked', () => centre.tokenOf('bob'), '20101'],
    ['of yesterday', () => centre.tokenOf('alice'), '20104'],
  ])('with a token that is %s is turned away', async (what, token, code) => {
    if (what === 'revoked') centre.local.identities.revoke(token());
    if (what === 'of yesterday') await centre.local.clock.advance(24 * 60 * 60_000);

    await expect(openDevice(centre.local.origin, token())).rejects.toThrow(code);
  });

  it('rings, and counts as busy when its worker does not want the call', async () => {
    await centre.registerDevice('alice', { habit: 'rejects' });

    const { rejected } = await ring();
    await rejected;

    expect(centre.statusOf(centre.legTo('client:alice'))).toBe('busy');
  });

  it('whose page goes while it rings is out, and the other page of the worker rings on', async () => {
    const [first, second] = [
      await centre.registerDevice('alice', { habit: 'rings' }),
      await centre.registerDevice('alice', { habit: 'rings' }),
    ];
    const { reservation, rejected } = await ring();

    await first.close();
    await centre.settle();
    const between = centre.statusOf(centre.legTo('client:alice'));
    await second.close();
    await rejected;

    expect(between).toBe('ringing');
    expect(reservation.status).toBe('rejected');
  });

  it('is told to hang up when it answers a call that is over', async () => {
    const device = await centre.registerDevice('alice', { habit: 'rings' });
    await ring();
    const callSid = centre.legTo('client:alice');
    await centre.local.clock.advance(65_000);
    await device.received('cancel');

    device.send('answer', { callsid: callSid, sdp: '' });

    await device.received('hangup');
    expect(centre.statusOf(callSid)).toBe('no-answer');
  });

  it('that has unregistered does not ring', async () => {
    const device = await centre.registerDevice('alice');
    const ready = device.messages.filter((type) => type === 'ready').length;
    device.send('register', { media: { audio: false } });
    while (device.messages.filter((type) => type === 'ready').length === ready) await device.next();

    const { rejected } = await ring();
    await rejected;

    expect(device.messages).not.toContain('invite');
    expect(centre.statusOf(centre.legTo('client:alice'))).toBe('no-answer');
  });

  it('may send what there is no audio for; anything else is an alert, and nothing ends', async () => {
    const device = await centre.registerDevice('alice');
    for (const type of ['dtmf', 'message', 'reinvite', 'invite']) device.send(type, {});
    device.send('teleport', {});
    device.send('register', { media: { audio: true } });
    await device.next();

    expect(centre.alerts()).toEqual([expect.stringContaining('error 31000')]);
  });

  it('cut off from the network loses its leg at once, and the caller stays', async () => {
    const host = `alice.localhost:${new URL(centre.local.origin).port}`;
    const device = await centre.registerDevice('alice', { host });
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation, { endConferenceOnExit: false });
    const wrapping = once(reservation, 'wrapup');

    await centre.admin('POST', '/network', { page: 'alice', online: false });
    await device.closed;
    await wrapping;
    await centre.settle();

    expect(centre.callbacks().at(-1)).toMatchObject({
      StatusCallbackEvent: 'participant-leave',
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantCallStatus: 'completed',
    });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'in-progress', hears: { with: [] } });
  });

  it('that takes a call up again is told that it is over meanwhile', async () => {
    const before = await centre.registerDevice('alice');
    const { reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const callSid = centre.legTo('client:alice');
    const wrapping = once(reservation, 'wrapup');
    await before.close();
    await wrapping;

    const after = await centre.registerDevice('alice');
    after.send('invite', { callsid: callSid, reconnect: callSid, sdp: '' });

    await after.received('hangup');
    expect(centre.statusOf(callSid)).toBe('completed');
  });

  it('of a page that is back rings for the next call', async () => {
    const before = await centre.registerDevice('alice');
    const { reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');
    await before.close();
    await wrapping;
    await reservation.complete();

    const after = await centre.registerDevice('alice');
    const next = await centre.offer(alice);
    await acceptCall(centre, next.reservation);

    expect(after.messages).toContain('invite');
    expect(await centre.customer(next.callSid)).toMatchObject({ with: ['alice'] });
  });
});
