import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

/** A centre whose one target asks for `expression`; Alice has room for two of each kind. */
const openCentre = (target: object): ContactCentre & { readonly alice: string } => {
  const centre = createContactCentre();
  const queue = centre.addQueue();
  centre.addWorkflow({ filters: [{ expression: '1==1', targets: [{ queue: queue.sid, ...target }] }] });
  const alice = centre.addWorker('Alice', {}, 2).sid;
  for (const channel of ['chat', 'voice']) {
    centre.workspace.workerChannels.update(alice, channel, { capacity: 2 });
  }
  return { ...centre, alice };
};

describe('worker.channel in expressions', () => {
  it.each([
    ['worker.channel.default.configured_capacity == 2', true],
    ['worker.channel.default.configured_capacity == 1', false],
    ['worker.channel.voice.available_capacity_percentage == 100', true],
    ['worker.channel.unknown.assigned_tasks == 0', false],
  ])('%s: %s', async (expression, isOffered) => {
    const { createTask, pass, offersOf } = openCentre({ expression });

    const { sid } = createTask();
    await pass();

    expect(offersOf(sid)).toHaveLength(isOffered ? 1 : 0);
  });

  it('keeps a chat waiting while the worker has a call, and lets it go when the call ends', async () => {
    const { createTask, pass, accept, offersOf, workspace } = openCentre({
      expression: 'worker.channel.voice.available_capacity_percentage == 100',
    });
    const call = createTask({ taskChannel: 'voice' });
    await pass();
    const reservation = accept(call.sid);

    const chat = createTask({ taskChannel: 'chat' });
    await pass();
    const during = offersOf(chat.sid).length;
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    await pass();

    expect([during, offersOf(chat.sid).length]).toEqual([0, 1]);
  });

  it('counts a task as assigned once it is accepted', async () => {
    const { createTask, pass, accept, offersOf } = openCentre({
      expression: 'task.kind != "second" OR worker.channel.voice.assigned_tasks == 1',
    });
    const first = createTask({ taskChannel: 'voice' });
    const second = createTask({ taskChannel: 'chat', attributes: { kind: 'second' } });
    await pass();
    const whileOffered = offersOf(second.sid).length;

    accept(first.sid);
    await pass();

    expect([whileOffered, offersOf(second.sid).length]).toEqual([0, 1]);
  });

  it('orders workers by it', async () => {
    const { addWorker, createTask, pass, offerOf, workspace } = openCentre({
      order_by: 'worker.channel.default.configured_capacity DESC',
    });
    const { sid: roomy } = addWorker('Roomy', {}, 5);

    const { sid } = createTask();
    await pass();

    expect(offerOf(sid).workerSid).toBe(roomy);
    expect(workspace.workers.list()).toHaveLength(2);
  });

  it('decides who belongs to a queue, by the moment', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, accept, offersOf, workspace } =
      createContactCentre();
    const idle = addQueue({ targetWorkers: 'worker.channel.voice.assigned_tasks == 0' });
    const { sid: workflowSid } = addWorkflow({ default_filter: { queue: idle.sid } });
    const { sid: alice } = addWorker('Alice');
    const inQueue = (): boolean => workspace.taskQueues.ofWorker(alice).some(({ sid }) => sid === idle.sid);
    const call = createTask({ routingTarget: alice, taskChannel: 'voice' });
    await pass();
    const reservation = accept(call.sid);
    const chat = createTask({ workflowSid, taskChannel: 'chat' });
    await pass();
    const during = [inQueue(), offersOf(chat.sid).length];

    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    await pass();

    expect(during).toEqual([false, 0]);
    expect([inQueue(), offersOf(chat.sid).length]).toEqual([true, 1]);
  });

  it('lets workers join a queue that asks for a task channel, once there is one', () => {
    const { addQueue, addWorker, workspace } = createContactCentre();
    const { sid } = addQueue({ targetWorkers: 'worker.channel.email.configured_capacity == 1' });
    const alice = addWorker('Alice');
    const before = workspace.taskQueues.ofWorker(alice.sid).length;

    workspace.taskChannels.create({ friendlyName: 'E-mail', uniqueName: 'email' });

    expect(before).toBe(0);
    expect(workspace.taskQueues.ofWorker(alice.sid)).toMatchObject([{ sid }]);
  });

  it('knows a task channel that is added later', async () => {
    const { createTask, pass, offersOf, workspace } = openCentre({
      expression: 'worker.channel.email.assigned_tasks == 0',
    });
    const { sid } = createTask();
    await pass();

    workspace.taskChannels.create({ friendlyName: 'E-mail', uniqueName: 'email' });
    await pass();

    expect(offersOf(sid)).toHaveLength(1);
  });
});
