import { NUMBER } from './support/centre';
import { openScene } from './support/openScene';
import type { Talk } from './support/scene';

const stage = openScene();

/** Neither a ping nor a way to the queue. */
const expectNoRecovery = async (taskSid: string): Promise<void> => {
  const { client, sids } = stage.centre;
  const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
  expect(tasks.filter(({ sid }) => sid !== taskSid)).toEqual([]);
};

/** Somebody else is called into the conference. */
const callThird = async ({ conferenceSid }: Talk) => {
  const { centre, scene } = stage;
  const third = await centre.client
    .conferences(conferenceSid)
    .participants.create({ from: NUMBER, to: '+15550000009' });
  await scene.settleEvents();
  return third;
};

const expectCustomerGone = async ({ customerCallSid }: Talk): Promise<void> => {
  expect(await stage.scene.customer(customerCallSid)).toMatchObject({ status: 'completed' });
};

describe('an end that is no drop', () => {
  it('is a hang-up: the conference ends, though the agent’s leg may not end it', async () => {
    const { scene } = stage;
    const talk = await scene.talk();

    await scene.deregister(talk, 'hangup');
    await scene.drop('alice');

    await expectNoRecovery(talk.taskSid);
    await expectCustomerGone(talk);
    expect((await scene.record(talk.taskSid)).drop).toBeUndefined();
  });

  it('is a hang-up whose page died before its leg went: the server ends the conference', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await scene.deregister(talk, 'hangup');

    await scene.drop('alice');

    await expectCustomerGone(talk);
  });

  it('is a customer who hangs up', async () => {
    const { scene } = stage;
    const talk = await scene.talk();

    await scene.customerHangsUp(talk.customerCallSid);

    await expectNoRecovery(talk.taskSid);
    expect(await scene.record(talk.taskSid)).toMatchObject({ over: true });
  });

  it('is an agent who is removed by API', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();

    await centre.client.conferences(talk.conferenceSid).participants(talk.workerCallSid).remove();
    await scene.settleEvents();

    const { drop } = await scene.record(talk.taskSid);
    expect(drop?.firstAnnouncedAt).toBeUndefined();
  });

  it('is a third party who leaves', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    const third = await callThird(talk);

    await centre.client.calls(third.callSid).update({ status: 'completed' });
    await scene.settleEvents();

    await expectNoRecovery(talk.taskSid);
  });

  it('is one with the kill switch on: the call ends with its agent, as without us', async () => {
    const { scene, service } = stage;
    const talk = await scene.talk();
    service.options = { env: { RECOVERY_ENABLED: 'false' } };

    await scene.drop('alice');

    await expectNoRecovery(talk.taskSid);
    await expectCustomerGone(talk);
  });

  it('is an agent on the telephone, unless telephones are recovered too', async () => {
    const { scene, service } = stage;
    service.options = { env: { RECOVER_TELEPHONE_AGENTS: 'false' } };
    const talk = await scene.answer('alice', await scene.callIn());

    await scene.drop('alice');

    await expectNoRecovery(talk.taskSid);
    await expectCustomerGone(talk);
  });
});

describe('a customer who hangs up', () => {
  it('during the ping takes it back, and nothing is enqueued', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');
    const { drop } = await scene.record(talk.taskSid);

    await scene.customerHangsUp(talk.customerCallSid);

    const { client, sids } = centre;
    const ping = await client.taskrouter.v1
      .workspaces(sids.workspaceSid)
      .tasks(drop?.ping.taskSid ?? '')
      .fetch();
    expect(ping.assignmentStatus).toBe('canceled');
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({
      outcome: 'hung_up',
      enqueue: { state: 'none' },
    });
  });

  it('in the queue ends the recovery, and the agent is freed', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');

    await scene.customerHangsUp(talk.customerCallSid);

    const { client, sids } = centre;
    const old = await client.taskrouter.v1
      .workspaces(sids.workspaceSid)
      .tasks(talk.taskSid)
      .reservations(talk.reservationSid)
      .fetch();
    expect(old.reservationStatus).toBe('completed');
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ phase: 'ended', outcome: 'hung_up' });
  });

  it('before anybody noticed the drop leaves nothing to recover', async () => {
    const { scene, service } = stage;
    const talk = await scene.talk();
    const { treat } = service;
    service.treat = () => Promise.reject(new Error('not now'));
    await scene.drop('alice');
    await scene.customerHangsUp(talk.customerCallSid);
    service.treat = treat;

    await scene.settle(60_000);
    await scene.settleEvents();

    await expectNoRecovery(talk.taskSid);
  });
});

describe('a goodbye that comes after the drop was noticed', () => {
  it('takes the ping back and ends the conference', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');

    await scene.deregister(talk, 'hangup');
    await scene.settleEvents();

    const { drop } = await scene.record(talk.taskSid);
    expect(drop).toMatchObject({ outcome: 'graceful' });
    expect(drop?.done).toContain('close_ping');
    await expectCustomerGone(talk);
  });

  it('does not hang up on a caller who is in the queue', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');

    await scene.deregister(talk, 'hangup');
    await scene.settleEvents();

    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ status: 'in-progress' });
  });
});

describe('a third party', () => {
  it('stays on the line, and follows the customer to the new conference', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    const third = await callThird(talk);
    await scene.drop('alice');
    await scene.acceptPing('alice');
    const left = await centre.client.conferences(talk.conferenceSid).participants.list();

    const again = await scene.answer('alice', talk.customerCallSid);
    await scene.register(again);
    await scene.settleEvents();

    const together = await centre.client.conferences(again.conferenceSid).participants.list();
    expect(left.map(({ callSid }) => callSid)).toEqual([third.callSid]);
    expect(together.map(({ callSid }) => callSid).sort()).toEqual(
      [talk.customerCallSid, again.workerCallSid, third.callSid].sort(),
    );
  });
});

describe('a third party with whom an agent’s hang-up left the customer', () => {
  it('ends the call by leaving too', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    const third = await callThird(talk);
    await scene.deregister(talk, 'hangup');
    await scene.drop('alice');
    const between = await scene.customer(talk.customerCallSid);

    await centre.client.calls(third.callSid).update({ status: 'completed' });
    await scene.settleEvents();

    expect(between).toMatchObject({ status: 'in-progress' });
    await expectCustomerGone(talk);
    await expectNoRecovery(talk.taskSid);
  });
});
