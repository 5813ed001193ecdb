import { recoveries } from '../src/endpoints/recoveries';
import { reconcile } from '../src/endpoints/reconcile';
import { recoveryStatus } from '../src/endpoints/recoveryStatus';
import { openScene } from './support/openScene';
import type { Agent } from './support/centre';
import { caller } from './support/ports';
import type { Talk } from './support/scene';
import { losing } from './support/service';

const stage = openScene();

/** Tasks besides the call's: pings, and callers who were enqueued again. */
const tasksBesides = async ({ taskSid }: Talk) => {
  const { client, sids } = stage.centre;
  const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
  return tasks.filter(({ sid }) => sid !== taskSid);
};

const setActivity = async (agent: Agent, activity: string): Promise<void> => {
  const { client, sids } = stage.centre;
  await client.taskrouter.v1
    .workspaces(sids.workspaceSid)
    .workers(sids.workers[agent] ?? '')
    .update({ activitySid: sids.activities[activity] ?? '' });
};

const decline = async (agent: Agent): Promise<void> => {
  const { client, sids } = stage.centre;
  const { taskSid, reservationSid } = await stage.scene.offerTo(agent);
  await client.taskrouter.v1
    .workspaces(sids.workspaceSid)
    .tasks(taskSid)
    .reservations(reservationSid)
    .update({ reservationStatus: 'rejected' });
  await stage.scene.settleEvents();
};

const minutes = async (count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute += 1) {
    await stage.scene.settle(60_000);
    await reconcile.handle({}, stage.service.ports(), undefined);
    await stage.scene.settleEvents();
  }
};

/** What the page of the agent who left is told of the call. */
const toldOf = async ({ agent, taskSid }: Talk) => {
  const { service, centre } = stage;
  const answer = await recoveryStatus.handle({ taskSid }, service.ports(), caller(centre, agent));
  if (!answer.ok) throw new Error(answer.message);
  return answer.body.recovery;
};

describe('a cold transfer', () => {
  it.each([
    ['whose page says goodbye', true],
    ['whose page does not get to say goodbye', false],
  ])('of an agent %s is no drop: the next agent has the caller', async (_what, saysGoodbye) => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');

    if (saysGoodbye) await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');
    await scene.answer('bob', talk.customerCallSid);
    await minutes(2);

    expect(await tasksBesides(talk)).toEqual([]);
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['bob'] });
    expect((await scene.record(talk.taskSid)).drop?.firstAnnouncedAt).toBeUndefined();
  });

  it.each([
    ['whose page says goodbye', true],
    ['whose page does not get to say goodbye', false],
  ])('of an agent %s is nothing that this agent is told of', async (_what, saysGoodbye) => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    if (saysGoodbye) await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');
    const during = await toldOf(talk);

    await scene.answer('bob', talk.customerCallSid);
    const afterwards = await toldOf(talk);

    expect([during, afterwards]).toEqual([null, null]);
  });

  it('that nobody takes is: the agent who had left is asked back', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.deregister(talk, 'transfer');
    const transferSid = await scene.transfer(talk, 'bob', 'COLD');

    centre.local.engine
      .workspace(centre.sids.workspaceSid)
      .transfers.cancel(transferSid, centre.sids.workers['alice'] ?? '');
    await scene.settleEvents();

    expect(await toldOf(talk)).toMatchObject({ phase: 'pinging' });
  });

  it('is waited for in silence while the next agent’s telephone rings', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');

    await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');
    await minutes(1);

    expect(await tasksBesides(talk)).toEqual([]);
    expect((await scene.customer(talk.customerCallSid))['hears']).not.toHaveProperty('play');
  });

  it.each([
    ['TaskRouter’s to route, for minutes', true],
    ['that too where neither page nor callbacks have told of the call', false],
  ])('that is declined is %s: whoever takes it has the caller', async (_what, isKnown) => {
    const { scene, service } = stage;
    if (!isKnown) service.treat = losing('callback');
    const talk = isKnown ? await scene.talk() : await scene.answer('alice', await scene.callIn());
    await setActivity('bob', 'Available');
    if (isKnown) await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');

    await setActivity('bob', 'Offline');
    await minutes(6);
    await setActivity('carol', 'Available');
    await scene.settleEvents();
    const besides = await tasksBesides(talk);
    await scene.answer('carol', talk.customerCallSid);

    expect(besides).toEqual([]);
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['carol'] });
  });

  it('that is called off when its agent is gone leaves no caller alone', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    const transferSid = await scene.transfer(talk, 'bob', 'COLD');

    centre.local.engine
      .workspace(centre.sids.workspaceSid)
      .transfers.cancel(transferSid, centre.sids.workers['alice'] ?? '');
    await scene.settleEvents();
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);

    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['alice'] });
  });

  it('of which nothing more is heard ends the wait after a quarter of an hour', async () => {
    const { scene, service } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');
    service.treat = losing('event');

    await setActivity('bob', 'Offline');
    await minutes(20);

    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ status: 'in-progress' });
    const back = (await tasksBesides(talk)).filter(({ attributes }) =>
      attributes.includes('recoveredTaskSid'),
    );
    expect(back).toHaveLength(1);
  });

  it('that reached the next agent is over: when that one drops, that one is asked back', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.deregister(talk, 'transfer');
    await scene.transfer(talk, 'bob', 'COLD');
    const next = await scene.answer('bob', talk.customerCallSid);
    await scene.register(next);

    await scene.drop('bob');
    await scene.acceptPing('bob');
    await scene.answer('bob', talk.customerCallSid);

    expect((await scene.record(talk.taskSid)).drop).toMatchObject({
      outcome: 'reconnected',
      workerSid: centre.sids.workers['bob'],
    });
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['bob'] });
  });
});

describe('a warm transfer', () => {
  it('that is under way when the agent drops is waited for; the other agent who joins has the caller', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.transfer(talk, 'bob', 'WARM');

    await scene.drop('alice');
    const between = await tasksBesides(talk);
    const told = await toldOf(talk);
    await scene.answer('bob', talk.customerCallSid);
    await minutes(2);

    expect(between).toEqual([]);
    expect(told).toMatchObject({ phase: 'suspended' });
    expect(await tasksBesides(talk)).toEqual([]);
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['bob'] });
  });

  it('of which no event tells names who has the caller all the same', async () => {
    const { scene, service, centre } = stage;
    service.treat = losing('event');
    const talk = await scene.talk();
    await scene.transfer(talk, 'Everyone', 'WARM');
    await scene.drop('alice');
    const between = await scene.record(talk.taskSid);

    await setActivity('bob', 'Available');
    await scene.settleEvents();
    await scene.answer('bob', talk.customerCallSid);
    const seen = await recoveries.handle({}, service.ports(), caller(centre, 'sam'));

    expect(between.drop?.firstAnnouncedAt).toBeDefined();
    expect(seen).toMatchObject({
      body: { ended: [{ outcome: 'taken_over', receivingWorkerSid: centre.sids.workers['bob'] }] },
    });
  });

  it('that is declined after the agent dropped ends the wait: the agent is asked back', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.transfer(talk, 'bob', 'WARM');
    await scene.drop('alice');

    await decline('bob');
    await minutes(1);
    const pings = await tasksBesides(talk);

    expect(pings.some(({ attributes }) => attributes.includes('disconnectedTaskSid'))).toBe(true);
  });

  it('leaves nobody to recover when the first of two agents drops', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await setActivity('bob', 'Available');
    await scene.transfer(talk, 'bob', 'WARM');
    await scene.register(await scene.answer('bob', talk.customerCallSid));

    await scene.drop('alice');
    await minutes(1);

    expect(await tasksBesides(talk)).toEqual([]);
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['bob'] });
  });
});
