import type { Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import {
  acceptCall,
  CAROLS_PHONE,
  CUSTOMER,
  openVoiceCentre,
  type Device,
  type VoiceCentre,
} from './voiceCentre';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

/** A customer calls; resolves when the call is offered to a worker. */
async function offer(
  worker: Worker,
  attributes?: Readonly<Record<string, unknown>>,
): Promise<{ callSid: string; reservation: Reservation }> {
  const offered = once(worker, 'reservationCreated');
  const callSid = await centre.call(attributes);
  return { callSid, reservation: await offered };
}

const legTo = (to: string): string => centre.local.voice.calls().find((call) => call.to === to)?.sid ?? '';

const statusOf = (sid: string): string | undefined =>
  centre.local.voice.calls().find((call) => call.sid === sid)?.status;

const CONNECTED = ['participant-join alice', 'participant-join customer', 'conference-start'];

describe('a call to the contact centre', () => {
  it('becomes a task with the call in its attributes, and hears music while it waits', async () => {
    const alice = await centre.connect('alice');

    const { callSid, reservation } = await offer(alice, { customer: 'Jane' });

    expect(reservation.task.attributes).toMatchObject({
      for: 'alice',
      customer: 'Jane',
      call_sid: callSid,
      from: CUSTOMER,
      caller: CUSTOMER,
      direction: 'inbound',
      api_version: '2010-04-01',
    });
    expect(reservation.task).toMatchObject({ taskChannelUniqueName: 'voice', status: 'reserved' });
    expect(await centre.customer(callSid)).toMatchObject({
      status: 'in-progress',
      hears: { music: 'queue' },
      taskSid: reservation.task.sid,
    });
  });

  it('cancels its task when the caller hangs up while he waits', async () => {
    const alice = await centre.connect('alice');
    const { callSid, reservation } = await offer(alice);
    const canceled = once(reservation, 'canceled');

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await canceled;

    const { assignmentStatus, reason } = centre.workspace.tasks.get(reservation.task.sid);
    expect({ assignmentStatus, reason }).toEqual({ assignmentStatus: 'canceled', reason: 'hangup' });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('outlives its task: a caller whose task ran out still hears music', async () => {
    const alice = await centre.connect('alice');
    const { callSid, reservation } = await offer(alice);

    centre.workspace.tasks.update(reservation.task.sid, { assignmentStatus: 'canceled', reason: 'no time' });
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({
      status: 'in-progress',
      hears: { music: 'queue' },
    });
  });
});

describe('a worker in the browser', () => {
  let alice: Worker;
  let device: Device;

  beforeEach(async () => {
    [alice, device] = await Promise.all([centre.connect('alice'), centre.registerDevice('alice')]);
  });

  it('is with the caller once the device answers; the task names conference and legs', async () => {
    const { callSid, reservation } = await offer(alice);

    await acceptCall(centre, reservation);

    const call = await centre.customer(callSid);
    expect(call).toMatchObject({
      hears: { conference: call['conferenceSid'], with: ['alice'] },
      with: ['alice'],
    });
    expect(JSON.parse(centre.workspace.tasks.get(reservation.task.sid).attributes)).toMatchObject({
      conference: {
        sid: call['conferenceSid'],
        participants: { customer: callSid, worker: legTo('client:alice') },
      },
    });
    expect(centre.told()).toEqual(CONNECTED);
  });

  it('shows in Sync, where Flex looks for who is on a call', async () => {
    const { callSid, reservation } = await offer(alice);
    const map = centre.local.sync.space('flex_insights').map(`${reservation.task.sid}.CS`);
    const before = map.keys();

    await acceptCall(centre, reservation);

    expect(before).toEqual([]);
    expect(map.get(callSid)).toMatchObject({ participant_type: 'customer', status: 'joined', hold: false });
    expect(map.get(legTo('client:alice'))).toMatchObject({
      participant_type: 'worker',
      status: 'joined',
      worker_sid: alice.sid,
      reservation_sid: reservation.sid,
    });
    expect(map.get('conf_status')).toMatchObject({ status: 'in-progress' });
  });

  it('wraps up after hanging up, which ends the call when the leg ends the conference', async () => {
    const { callSid, reservation } = await offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    device.hangUp(legTo('client:alice'));
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
    const { callSid, reservation } = await offer(alice);
    await acceptCall(centre, reservation, { endConferenceOnExit: false });
    const wrapping = once(reservation, 'wrapup');

    device.hangUp(legTo('client:alice'));
    await wrapping;
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({
      status: 'in-progress',
      hears: { with: [] },
    });
    expect(centre.told()).toEqual([...CONNECTED, 'participant-leave alice']);
  });

  it('wraps up when the caller hangs up', async () => {
    const { callSid, reservation } = await offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await wrapping;
    await centre.settle();

    expect(statusOf(legTo('client:alice'))).toBe('completed');
    expect(device.messages).toContain('hangup');
    expect(centre.told().slice(3)).toEqual([
      'participant-leave customer',
      'participant-leave alice',
      'conference-end',
    ]);
  });

  it('is off the call at once when the page goes away', async () => {
    const { callSid, reservation } = await offer(alice);
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
    const { callSid, reservation } = await offer(alice);
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await reservation.wrap();
    await wrapping;
    await centre.settle();

    expect(statusOf(legTo('client:alice'))).toBe('completed');
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('holds and unholds the caller', async () => {
    const { callSid, reservation } = await offer(alice);
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
    const { reservation } = await offer(alice);
    await acceptCall(centre, reservation);
    await reservation.updateParticipant({ endConferenceOnExit: false });
    await reservation.task.hold(alice.sid, true);
    await reservation.updateParticipant({ endConferenceOnExit: true });
    await centre.settle();

    const map = centre.local.sync.space('flex_insights').map(`${reservation.task.sid}.CS`);
    expect(map.get(legTo('client:alice'))).toMatchObject({ hold: true, end_conference_on_exit: false });
    expect(centre.told().slice(3)).toEqual(['participant-modify alice', 'participant-hold alice']);
  });

  it('has two tabs ring; the first to answer has the call', async () => {
    const second = await centre.registerDevice('alice');
    const { reservation } = await offer(alice);

    await acceptCall(centre, reservation);
    await second.received('hangup');

    expect(device.messages.filter((type) => type === 'hangup')).toEqual([]);
    expect(centre.told()).toEqual(CONNECTED);
  });
});

describe('a worker nobody can reach', () => {
  it('without a registered device does not get the call: the next one is asked', async () => {
    const alice = await centre.connect('alice');
    const { callSid, reservation } = await offer(alice);
    const [rejected, again] = [once(reservation, 'rejected'), once(alice, 'reservationCreated')];

    await reservation.conference();
    await Promise.all([rejected, again]);

    expect(statusOf(legTo('client:alice'))).toBe('no-answer');
    expect(centre.told()).toEqual([]);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' }, with: [] });
    expect(centre.local.journal.entries({ kind: 'alert' })).toMatchObject([
      { note: expect.stringContaining('error 40114') as unknown },
    ]);
  });

  it('who lets his telephone ring does not get the call either', async () => {
    const carol = await centre.connect('carol');
    await centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}`, { habit: 'rings' });
    const { reservation } = await offer(carol, { for: 'carol' });
    await reservation.conference({ timeout: 20 });
    await centre.settle();
    const ringing = statusOf(legTo(CAROLS_PHONE));
    const rejected = once(reservation, 'rejected');

    await centre.local.clock.advance(25_000);
    await rejected;

    expect(ringing).toBe('ringing');
    expect(statusOf(legTo(CAROLS_PHONE))).toBe('no-answer');
  });

  it('stops ringing when the caller has hung up', async () => {
    const carol = await centre.connect('carol');
    await centre.admin('POST', `/phones/${encodeURIComponent(CAROLS_PHONE)}`, { habit: 'rings' });
    const { callSid, reservation } = await offer(carol, { for: 'carol' });
    await reservation.conference();
    await centre.settle();

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.settle();

    expect(statusOf(legTo(CAROLS_PHONE))).toBe('canceled');
  });
});

describe('a worker on the telephone', () => {
  it('keeps the call when the page goes away, and can hang up the telephone', async () => {
    const [carol, device] = await Promise.all([centre.connect('carol'), centre.registerDevice('carol')]);
    const { callSid, reservation } = await offer(carol, { for: 'carol' });
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

describe('what is remembered', () => {
  it('are the last 200 ended calls', async () => {
    for (let count = 0; count < 205; count += 1) {
      const callSid = await centre.call();
      await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    }

    expect(centre.local.voice.calls()).toHaveLength(200);
  });
});
