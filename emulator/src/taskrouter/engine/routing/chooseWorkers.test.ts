import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (target: object = {}): ContactCentre => {
  const centre = createContactCentre();
  const queue = centre.addQueue({ targetWorkers: 'team != 2' });
  centre.addWorkflow({ filters: [{ expression: '1==1', targets: [{ queue: queue.sid, ...target }] }] });
  return centre;
};

/** Creates tasks one by one and names who is offered each; `-` for nobody. */
const offer = async (centre: ContactCentre, count: number, input: object = {}): Promise<string[]> => {
  const names: string[] = [];
  for (let created = 0; created < count; created += 1) {
    const { sid } = centre.createTask(input);
    await centre.pass();
    names.push(centre.offersOf(sid)[0]?.workerName ?? '-');
  }
  return names;
};

describe('who is offered a task', () => {
  it('goes round: whose last reservation is longest ago', async () => {
    const centre = openCentre();
    for (const name of ['Alice', 'Bob', 'Carol']) centre.addWorker(name, {}, 2);

    const names = await offer(centre, 7);

    expect(names).toEqual(['Alice', 'Bob', 'Carol', 'Alice', 'Bob', 'Carol', '-']);
  });

  it.each([
    [false, ['Bob', 'Alice', 'Bob']],
    [true, ['Alice', 'Bob', 'Alice']],
  ])(
    'goes round per channel only if the channel is optimized: %s',
    async (channelOptimizedRouting, expected) => {
      const centre = openCentre();
      const chat = centre.workspace.taskChannels.resolve('chat');
      centre.workspace.taskChannels.update(chat!.sid, { channelOptimizedRouting });
      for (const name of ['Alice', 'Bob']) {
        const { sid } = centre.addWorker(name);
        centre.workspace.workerChannels.update(sid, 'chat', { capacity: 2 });
      }
      await offer(centre, 1);

      const names = await offer(centre, 3, { taskChannel: 'chat' });

      expect(names).toEqual(expected);
    },
  );

  it('is only who belongs to the queue, is available and has room on the channel', async () => {
    const centre = openCentre();
    centre.addWorker('Elsewhere', { team: 2 });
    const away = centre.addWorker('Away');
    centre.workspace.workers.update(away.sid, { activitySid: centre.activity('Unavailable').sid });
    const deaf = centre.addWorker('Deaf');
    centre.workspace.workerChannels.update(deaf.sid, 'default', { available: false });
    centre.addWorker('Full', {}, 0);
    centre.addWorker('Alice');

    const names = await offer(centre, 2);

    expect(names).toEqual(['Alice', '-']);
  });

  it("is only who fits the target's expression, which sees task and worker", async () => {
    const centre = openCentre({ expression: 'worker.level >= task.level AND worker.friendly_name != "Bob"' });
    centre.addWorker('Alice', { level: 1 });
    centre.addWorker('Bob', { level: 9 });
    centre.addWorker('Carol', { level: 5 });

    const names = await offer(centre, 1, { attributes: { level: 3 } });

    expect(names).toEqual(['Carol']);
  });

  it('follows order_by, then goes round; who lacks the attribute comes last', async () => {
    const centre = openCentre({ order_by: 'worker.level DESC, worker.age ASC' });
    centre.addWorker('None');
    centre.addWorker('Low', { level: 1, age: 1 });
    centre.addWorker('Old', { level: 2, age: 60 });
    centre.addWorker('Young', { level: 2, age: 20 });

    const names = await offer(centre, 4);

    expect(names).toEqual(['Young', 'Old', 'Low', 'None']);
  });

  it('may be a worker whose attributes or activity change while the task waits', async () => {
    const centre = openCentre();
    const mover = centre.addWorker('Mover', { team: 2 });
    const away = centre.workspace.workers.create({ friendlyName: 'Away' });
    const tasks = [centre.createTask(), centre.createTask()];
    await centre.pass();

    centre.workspace.workers.update(mover.sid, { attributes: '{"team":1}' });
    await centre.pass();
    centre.workspace.workers.update(away.sid, { activitySid: centre.activity('Available').sid });
    await centre.pass();

    expect(tasks.map(({ sid }) => centre.offerOf(sid).workerName)).toEqual(['Mover', 'Away']);
  });

  it('may be a worker whose capacity grows or whose queue widens', async () => {
    const centre = openCentre();
    const full = centre.addWorker('Full', {}, 0);
    centre.addWorker('Elsewhere', { team: 2 });
    const tasks = [centre.createTask(), centre.createTask()];
    await centre.pass();

    centre.workspace.workerChannels.update(full.sid, 'default', { capacity: 1 });
    await centre.pass();
    centre.workspace.taskQueues.update(centre.workspace.taskQueues.list()[0]!.sid, { targetWorkers: '1==1' });
    await centre.pass();

    expect(tasks.map(({ sid }) => centre.offerOf(sid).workerName)).toEqual(['Full', 'Elsewhere']);
  });

  it('has one reservation at a time until the workspace turns multitasking on', async () => {
    const centre = openCentre();
    centre.engine.workspaces.update(centre.workspace.sid, { multiTaskEnabled: false });
    centre.addWorker('Alice', {}, 5);
    const names = [...(await offer(centre, 1)), ...(await offer(centre, 1, { taskChannel: 'chat' }))];

    centre.engine.workspaces.update(centre.workspace.sid, { multiTaskEnabled: true });
    await centre.pass();

    expect(names).toEqual(['Alice', '-']);
    expect(centre.workspace.tasks.list().map(({ assignmentStatus }) => assignmentStatus)).toEqual([
      'reserved',
      'reserved',
    ]);
  });

  it("may be a worker whose new activity, also available, or new name the target's expression asks for", async () => {
    const centre = openCentre({
      expression: 'worker.activity_name == task.wants OR worker.friendly_name == task.wants',
    });
    const { sid: ready } = centre.workspace.activities.create({ friendlyName: 'Ready', available: true });
    const mover = centre.addWorker('Mover');
    const named = centre.addWorker('Nobody');
    const tasks = ['Ready', 'Somebody'].map((wants) => centre.createTask({ attributes: { wants } }));
    await centre.pass();

    centre.workspace.workers.update(mover.sid, { activitySid: ready });
    centre.workspace.workers.update(named.sid, { friendlyName: 'Somebody' });
    await centre.pass();

    expect(tasks.map(({ sid }) => centre.offerOf(sid).workerName)).toEqual(['Mover', 'Somebody']);
  });

  it('is nobody who was deleted', async () => {
    const centre = openCentre();
    const { sid } = centre.addWorker('Alice');
    await centre.pass();
    centre.workspace.workers.delete(sid);

    expect(await offer(centre, 1)).toEqual(['-']);
  });
});
