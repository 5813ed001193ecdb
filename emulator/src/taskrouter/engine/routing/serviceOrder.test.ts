import type { ServiceOrder } from '../model';
import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

/** Completes one task after another and says in which order they came. */
const serve = async ({ addWorker, accept, pass, workspace, task }: ContactCentre): Promise<string[]> => {
  const served: string[] = [];
  addWorker('Alice');
  for (;;) {
    await pass();
    const next = workspace.tasks.list().find(({ assignmentStatus }) => assignmentStatus === 'reserved');
    if (!next) return served;
    served.push(task(next.sid).attributes);
    workspace.reservations.update(accept(next.sid).sid, { reservationStatus: 'completed' });
  }
};

const openCentre = (taskOrder: ServiceOrder): ContactCentre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue({ taskOrder }).sid } });
  return centre;
};

const named = (name: number): { attributes: object } => ({ attributes: { name } });

describe('the order of service', () => {
  it('FIFO: by priority, then by virtual start time, then by creation', async () => {
    const centre = openCentre('FIFO');
    const start = centre.clock.now();
    centre.createTask(named(1));
    centre.createTask(named(2));
    centre.createTask({ ...named(3), priority: 5 });
    centre.createTask({ ...named(4), virtualStartTime: start - 1000 });
    centre.createTask({ ...named(5), priority: 5, virtualStartTime: start - 1000 });

    const served = await serve(centre);

    expect(served).toEqual([5, 3, 4, 1, 2].map((name) => `{"name":${name}}`));
  });

  it('LIFO: newest first, whatever the priority', async () => {
    const centre = openCentre('LIFO');
    centre.createTask({ ...named(1), priority: 9 });
    await centre.pass(1000);
    centre.createTask(named(2));
    centre.createTask(named(3));

    const served = await serve(centre);

    expect(served).toEqual([3, 2, 1].map((name) => `{"name":${name}}`));
  });

  it('can change while tasks wait', async () => {
    const centre = openCentre('FIFO');
    [1, 2, 3].forEach((name) => centre.createTask(named(name)));
    await centre.pass();
    const [queue] = centre.workspace.taskQueues.list();

    centre.workspace.taskQueues.update(queue!.sid, { taskOrder: 'LIFO' });
    const served = await serve(centre);

    expect(served).toEqual([3, 2, 1].map((name) => `{"name":${name}}`));
  });

  it.each(['FIFO', 'LIFO'] as const)(
    'between queues of both kinds is for the workspace to say: %s',
    async (prioritizeQueueOrder) => {
      const centre = createContactCentre();
      const workflowOf = (taskOrder: ServiceOrder): string =>
        centre.addWorkflow({ default_filter: { queue: centre.addQueue({ taskOrder }).sid } }).sid;
      const [fifo, lifo] = [workflowOf('FIFO'), workflowOf('LIFO')];
      centre.engine.workspaces.update(centre.workspace.sid, { prioritizeQueueOrder });
      for (const [name, workflowSid] of [lifo, fifo, lifo, fifo].entries()) {
        centre.createTask({ workflowSid, ...named(name) });
      }
      await centre.pass();

      const served = await serve(centre);

      const order = prioritizeQueueOrder === 'FIFO' ? [1, 3, 2, 0] : [2, 0, 1, 3];
      expect(served).toEqual(order.map((name) => `{"name":${name}}`));
    },
  );
});
