import type { OutgoingTransfer, Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { acceptCall, CONNECTED } from './acceptCall';
import { CAROLS_PHONE, openVoiceCentre, type VoiceCentre } from './voiceCentre';
import type { Device } from '../src/testing/voiceDevice';

describe('a call that is transferred', () => {
  let centre: VoiceCentre;
  let alice: Worker;
  let bob: Worker;
  let carol: Worker;
  let alicesDevice: Device;
  let bobsDevice: Device;
  let callSid: string;
  let first: Reservation;

  beforeEach(async () => {
    centre = await openVoiceCentre();
    [alice, bob, carol] = await Promise.all([
      centre.connect('alice'),
      centre.connect('bob'),
      centre.connect('carol'),
    ]);
    [alicesDevice, bobsDevice] = await Promise.all([
      centre.registerDevice('alice'),
      centre.registerDevice('bob'),
    ]);
    ({ callSid, reservation: first } = await centre.offer(alice));
    await acceptCall(centre, first);
  });

  afterEach(() => centre.stop());

  /** As Flex does: a COLD transfer begins with the leg no longer ending the conference. */
  const transfer = async (to: string, mode: 'COLD' | 'WARM'): Promise<OutgoingTransfer> => {
    const initiated = once(first.task, 'transferInitiated');
    if (mode === 'COLD') await first.updateParticipant({ endConferenceOnExit: false });
    await first.task.transfer(to, { mode });
    return initiated;
  };

  /** What was told since the first worker and the customer were connected, without Flex's own changes. */
  const toldSince = async (): Promise<readonly string[]> => {
    await centre.settle();
    return centre
      .told()
      .slice(CONNECTED.length)
      .filter((line) => !line.startsWith('participant-modify'));
  };

  it('COLD to a worker: who transfers is off at once, the caller hears music until the other joins', async () => {
    const [offered, wrapping] = [once(bob, 'reservationCreated'), once(first, 'wrapup')];
    const outgoing = await transfer(bob.sid, 'COLD');
    const second = await offered;
    await wrapping;
    const between = await centre.customer(callSid);

    const completed = once(outgoing, 'completed');
    await acceptCall(centre, second);
    await completed;

    expect(between).toMatchObject({ status: 'in-progress', hears: { music: 'hold' }, with: [] });
    expect(await centre.customer(callSid)).toMatchObject({ hears: { with: ['bob'] }, with: ['bob'] });
    expect(await toldSince()).toEqual([
      'participant-hold customer',
      'participant-leave alice',
      'participant-join bob',
      'participant-unhold customer',
    ]);
    expect(JSON.parse(centre.workspace.tasks.get(second.task.sid).attributes)).toMatchObject({
      conference: { participants: { customer: callSid, worker: centre.legTo('client:bob') } },
    });
  });

  it('COLD to a queue: the same, to whoever of it accepts', async () => {
    const offered = once(bob, 'reservationCreated');
    await transfer(centre.othersSid, 'COLD');

    await acceptCall(centre, await offered);

    expect(await centre.customer(callSid)).toMatchObject({ with: ['bob'] });
    expect(centre.workspace.reservations.get(first.sid).reservationStatus).toBe('wrapping');
  });

  it('COLD that is declined comes to whoever the workflow finds, while the caller waits', async () => {
    const offered = once(bob, 'reservationCreated');
    await transfer(bob.sid, 'COLD');
    const declined = await offered;
    await first.complete();
    const back = once(alice, 'reservationCreated');

    await declined.reject();
    const again = await back;
    await acceptCall(centre, again);

    expect(again.task.sid).toBe(first.task.sid);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { with: ['alice'] } });
  });

  it('WARM to a worker: three on the call until the first one leaves', async () => {
    const offered = once(bob, 'reservationCreated');
    await transfer(bob.sid, 'WARM');
    await acceptCall(centre, await offered, { endConferenceOnExit: false });
    const three = await centre.customer(callSid);
    await first.updateParticipant({ endConferenceOnExit: false });
    const wrapping = once(first, 'wrapup');

    alicesDevice.hangUp(centre.legTo('client:alice'));
    await wrapping;

    expect(three).toMatchObject({ with: ['alice', 'bob'] });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'in-progress', with: ['bob'] });
    expect(await toldSince()).toEqual(['participant-join bob', 'participant-leave alice']);
    expect(centre.workspace.tasks.get(first.task.sid).assignmentStatus).toBe('assigned');
  });

  it('WARM to a queue joins a worker on the telephone', async () => {
    const declined = once(bob, 'reservationCreated');
    const offered = once(carol, 'reservationCreated');
    await transfer(centre.othersSid, 'WARM');
    await (await declined).reject();

    await acceptCall(centre, await offered, { endConferenceOnExit: false });

    expect(await centre.customer(callSid)).toMatchObject({ with: ['alice', 'carol'] });
    expect(centre.legTo(CAROLS_PHONE)).not.toBe('');
  });

  it('kicks and holds a colleague', async () => {
    const offered = once(bob, 'reservationCreated');
    await transfer(bob.sid, 'WARM');
    const second = await offered;
    await acceptCall(centre, second, { endConferenceOnExit: false });
    const wrapping = once(second, 'wrapup');

    await first.task.hold(bob.sid, true);
    const held = await centre.customer(callSid);
    await first.task.kick(bob.sid);
    await wrapping;
    await bobsDevice.received('hangup');

    expect(held).toMatchObject({ hears: { with: ['alice'] }, with: ['alice', 'bob'] });
    expect(await centre.customer(callSid)).toMatchObject({ with: ['alice'] });
    expect(await toldSince()).toEqual([
      'participant-join bob',
      'participant-hold bob',
      'participant-leave bob',
    ]);
  });

  it('is over for everyone, the transfer canceled, when the caller hangs up while it is offered', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, 'WARM');
    const second = await offered;
    const ended = [once(first, 'wrapup'), once(outgoing, 'canceled'), once(second, 'canceled')];

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await Promise.all(ended);

    expect((await toldSince()).slice(-3)).toEqual([
      'participant-leave customer',
      'participant-leave alice',
      'conference-end',
    ]);
  });

  it('is over for everyone, the transfer canceled, when the conference is ended while it is offered', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, 'WARM');
    const second = await offered;
    const ended = [once(first, 'wrapup'), once(outgoing, 'canceled'), once(second, 'canceled')];
    const call = centre.local.voice.calls().find(({ sid }) => sid === callSid);

    await centre.rest('POST', `Conferences/${call?.conferenceSid ?? ''}.json`, { Status: 'completed' });
    await Promise.all(ended);

    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('asks nobody any longer once the caller is kicked', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, 'WARM');
    const second = await offered;
    const ended = [once(outgoing, 'canceled'), once(second, 'canceled')];
    const call = centre.local.voice.calls().find(({ sid }) => sid === callSid);

    const path = `Conferences/${call?.conferenceSid ?? ''}/Participants/${callSid}.json`;
    await centre.rest('DELETE', path);
    await Promise.all(ended);

    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });
});
