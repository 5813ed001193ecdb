import type { Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { acceptCall, CONNECTED } from './acceptCall';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';
import type { Device } from '../src/testing/voiceDevice';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

describe('a worker in the browser', () => {
  let alice: Worker;
  let device: Device;

  beforeEach(async () => {
    [alice, device] = await Promise.all([centre.connect('alice'), centre.registerDevice('alice')]);
  });

  it('is with the caller once the device answers; the task names conference and legs', async () => {
    const { callSid, reservation } = await centre.offer(alice);

    await acceptCall(centre, reservation);

    const call = await centre.customer(callSid);
    expect(call).toMatchObject({
      hears: { conference: call['conferenceSid'], with: ['alice'] },
      with: ['alice'],
    });
    expect(JSON.parse(centre.workspace.tasks.get(reservation.task.sid).attributes)).toMatchObject({
      conference: {
        sid: call['conferenceSid'],
        participants: { customer: callSid, worker: centre.legTo('client:alice') },
      },
    });
    expect(centre.told()).toEqual(CONNECTED);
  });

  it('shows in Sync, where Flex looks for who is on a call', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    const map = centre.local.sync.space('flex_insights').map(`${reservation.task.sid}.CS`);
    const before = map.keys();

    await acceptCall(centre, reservation);

    expect(before).toEqual([]);
    expect(map.get(callSid)).toMatchObject({ participant_type: 'customer', status: 'joined', hold: false });
    expect(map.get(centre.legTo('client:alice'))).toMatchObject({
      participant_type: 'worker',
      status: 'joined',
      worker_sid: alice.sid,
      reservation_sid: reservation.sid,
    });
    expect(map.get('conf_status')).toMatchObject({ status: 'in-progress' });
  });

  it('wraps up after hanging up, which ends the call when the leg ends the conference', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    device.hangUp(centre.legTo('client:alice'));
    await wrapping;
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed', with: [] });
    expect(centre.told()).toEqual([
      ...CONNECTED,
      'participant-leave alice',
      'participant-leave customer',
      'conference-end',
    ]);
  });

  it('leaves the caller alone in the conference when the leg does not end it', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation, { endConferenceOnExit: false });
    const wrapping = once(reservation, 'wrapup');

    device.hangUp(centre.legTo('client:alice'));
    await wrapping;
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({
      status: 'in-progress',
      hears: { with: [] },
    });
    expect(centre.told()).toEqual([...CONNECTED, 'participant-leave alice']);
  });

  it('wraps up when the caller hangs up', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await wrapping;
    await centre.settle();

    expect(centre.statusOf(centre.legTo('client:alice'))).toBe('completed');
    expect(device.messages).toContain('hangup');
    expect(centre.told().slice(3)).toEqual([
      'participant-leave customer',
      'participant-leave alice',
      'conference-end',
    ]);
  });

  it('is off the call at once when the page goes away', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await device.close();
    await wrapping;
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
    const left = centre.receiver.received.find(({ body }) => body.includes('participant-leave'));
    expect(new URLSearchParams(left?.body).get('ReasonParticipantLeft')).toBe('participant_hung_up');
  });

  it('is off the call when the reservation is moved to wrapping, as a telephone agent hangs up in Flex', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await reservation.wrap();
    await wrapping;
    await centre.settle();

    expect(centre.statusOf(centre.legTo('client:alice'))).toBe('completed');
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('holds and unholds the caller', async () => {
    const { callSid, reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);

    await reservation.task.updateParticipant({ hold: true, holdUrl: 'https://example.com/wait.mp3' });
    const held = await centre.customer(callSid);
    await reservation.task.updateParticipant({ hold: false });
    await centre.settle();

    expect(held).toMatchObject({ hears: { music: 'https://example.com/wait.mp3' } });
    expect(await centre.customer(callSid)).toMatchObject({ hears: { with: ['alice'] } });
    expect(centre.told().slice(3)).toEqual(['participant-hold customer', 'participant-unhold customer']);
  });

  it('changes what its own leaving does to the conference, but not while it is on hold', async () => {
    const { reservation } = await centre.offer(alice);
    await acceptCall(centre, reservation);
    await reservation.updateParticipant({ endConferenceOnExit: false });
    await reservation.task.hold(alice.sid, true);
    await reservation.updateParticipant({ endConferenceOnExit: true });
    await centre.settle();

    const map = centre.local.sync.space('flex_insights').map(`${reservation.task.sid}.CS`);
    expect(map.get(centre.legTo('client:alice'))).toMatchObject({
      hold: true,
      end_conference_on_exit: false,
    });
    expect(centre.told().slice(3)).toEqual(['participant-modify alice', 'participant-hold alice']);
  });

  it('has two tabs ring; the first to answer has the call', async () => {
    const second = await centre.registerDevice('alice');
    const { reservation } = await centre.offer(alice);

    await acceptCall(centre, reservation);
    await second.received('hangup');

    expect(device.messages.filter((type) => type === 'hangup')).toEqual([]);
    expect(centre.told()).toEqual(CONNECTED);
  });
});
