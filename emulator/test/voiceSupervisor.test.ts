import type { Reservation, Supervisor, Worker } from 'twilio-taskrouter';
import { connectSupervisor, disconnectWorker } from '../src/testing';
import { acceptCall } from './acceptCall';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';

const SUES_PHONE = '+15550000009';

describe('a supervisor of a call', () => {
  let centre: VoiceCentre;
  let alice: Worker;
  let sue: Supervisor;
  let callSid: string;
  let reservation: Reservation;

  beforeEach(async () => {
    centre = await openVoiceCentre();
    alice = await centre.connect('alice');
    await centre.registerDevice('alice');
    sue = await connectSupervisor(centre.local.origin, await tokenOf('sue', { contact_uri: SUES_PHONE }));
    ({ callSid, reservation } = await centre.offer(alice));
  });

  afterEach(async () => {
    disconnectWorker(sue);
    await centre.stop();
  });

  const tokenOf = async (name: string, attributes: object): Promise<string> => {
    const { sid: workerSid } = centre.workspace.workers.create({
      friendlyName: name,
      attributes: JSON.stringify(attributes),
    });
    const issued = await centre.admin('POST', '/identities', {
      identity: name,
      workerSid,
      roles: ['supervisor'],
    });
    return String(issued['token']);
  };

  const listen = async (params: Readonly<Record<string, string>> = {}): Promise<void> => {
    await sue.monitor(reservation.task.sid, reservation.sid, params);
    await centre.settle();
  };
  const legsTo = (to: string) => centre.local.voice.calls().filter((call) => call.to === to);

  it('is called in muted, and shown in Sync as one', async () => {
    await acceptCall(centre, reservation);

    await listen();
    await listen();

    const map = centre.local.sync.space('flex_insights').map(`${reservation.task.sid}.CS`);
    const [leg, ...others] = legsTo(SUES_PHONE);
    expect(others).toEqual([]);
    expect(map.get(leg?.sid ?? '')).toMatchObject({
      participant_type: 'supervisor',
      status: 'joined',
      worker_sid: sue.sid,
      reservation_sid: null,
      muted: true,
    });
    expect(await centre.customer(callSid)).toMatchObject({
      hears: { with: ['alice'] },
      with: ['alice', 'sue'],
    });
  });

  it.each([
    ['whisper', ['alice'], true],
    ['barge', ['alice', 'sue'], true],
  ])('by %s is heard as the mode says', async (mode, heard) => {
    await acceptCall(centre, reservation);

    centre.workspace.reservations.update(reservation.sid, {
      instruction: 'supervise',
      instructionParameters: { Supervisor: sue.sid, SupervisorMode: mode },
    });
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({ hears: { with: heard } });
  });

  it('is off with the call when the caller hangs up', async () => {
    await acceptCall(centre, reservation);
    await listen();

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.settle();

    expect(legsTo(SUES_PHONE)[0]?.status).toBe('completed');
  });

  it('hears nothing of a call that has no conference yet', async () => {
    centre.workspace.reservations.update(reservation.sid, { reservationStatus: 'accepted' });

    centre.workspace.reservations.update(reservation.sid, {
      instruction: 'supervise',
      instructionParameters: { Supervisor: sue.sid },
    });
    await centre.settle();

    expect(legsTo(SUES_PHONE)).toEqual([]);
    expect(centre.alerts()).toEqual([expect.stringContaining('its worker is in no conference')]);
  });

  it('who has no address to call is told of by an alert', async () => {
    centre.workspace.workers.update(sue.sid, { attributes: '{}' });
    await acceptCall(centre, reservation);

    await listen();

    expect(centre.alerts()).toEqual([expect.stringContaining('the supervisor has no contact_uri')]);
  });

  it('who does not answer is no participant, and an alert says so', async () => {
    await centre.admin('POST', `/phones/${encodeURIComponent(SUES_PHONE)}`, { habit: 'busy' });
    await acceptCall(centre, reservation);

    await listen();

    expect(await centre.customer(callSid)).toMatchObject({ with: ['alice'] });
    expect(centre.alerts().join()).toContain('the call to the supervisor ended as busy');
  });
});
