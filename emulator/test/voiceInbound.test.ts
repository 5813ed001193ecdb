import { once } from '../src/testing';
import { CUSTOMER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

describe('a call to the contact centre', () => {
  it('becomes a task with the call in its attributes, and hears music while it waits', async () => {
    const alice = await centre.connect('alice');

    const { callSid, reservation } = await centre.offer(alice, { customer: 'Jane' });

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
    const { callSid, reservation } = await centre.offer(alice);
    const canceled = once(reservation, 'canceled');

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await canceled;

    const { assignmentStatus, reason } = centre.workspace.tasks.get(reservation.task.sid);
    expect({ assignmentStatus, reason }).toEqual({ assignmentStatus: 'canceled', reason: 'hangup' });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('outlives its task: a caller whose task ran out still hears music', async () => {
    const alice = await centre.connect('alice');
    const { callSid, reservation } = await centre.offer(alice);

    centre.workspace.tasks.update(reservation.task.sid, { assignmentStatus: 'canceled', reason: 'no time' });
    await centre.settle();

    expect(await centre.customer(callSid)).toMatchObject({
      status: 'in-progress',
      hears: { music: 'queue' },
    });
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
