import { createContactCentre } from '../testing/createContactCentre';

const openCentre = () => {
  const centre = createContactCentre();
  const [old, next] = [centre.addQueue(), centre.addQueue()];
  const workflow = centre.addWorkflow({ default_filter: { queue: old.sid } });
  const configuration = JSON.stringify({ task_routing: { default_filter: { queue: next.sid } } });
  return { ...centre, old, next, workflow, configuration };
};

describe('a workflow that changes', () => {
  it('leaves waiting tasks where they are', async () => {
    const { createTask, pass, workspace, workflow, configuration, task, old } = openCentre();
    const { sid } = createTask();

    workspace.workflows.update(workflow.sid, { configuration });
    await pass();

    expect(task(sid).taskQueueSid).toBe(old.sid);
  });

  it('routes waiting tasks anew when asked to', async () => {
    const { createTask, pass, workspace, workflow, configuration, task, next } = openCentre();
    const { sid } = createTask();

    workspace.workflows.update(workflow.sid, { configuration, reEvaluateTasks: true });
    await pass();

    expect(task(sid).taskQueueSid).toBe(next.sid);
  });

  it('is evaluated again, with the attributes of then, when a reservation ends', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, offerOf, workspace, task } = openCentre();
    const [sales, support] = [addQueue(), addQueue()];
    const { sid: workflowSid } = addWorkflow({
      filters: [
        { expression: 'kind == "sales"', targets: [{ queue: sales.sid }] },
        { expression: '1==1', targets: [{ queue: support.sid }] },
      ],
    });
    addWorker('Alice');
    const { sid } = createTask({ workflowSid, attributes: { kind: 'sales' } });
    await pass();
    workspace.tasks.update(sid, { attributes: '{"kind":"support"}' });
    const before = task(sid).taskQueueSid;

    workspace.reservations.update(offerOf(sid).sid, { reservationStatus: 'rejected' });

    expect([before, task(sid).taskQueueSid]).toEqual([sales.sid, support.sid]);
  });

  it('serves tasks that came by the old configuration and the new one each by its own', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, offersOf, workspace } = openCentre();
    const { sid: queue } = addQueue();
    const routingFor = (level: number): object => ({
      filters: [{ expression: '1==1', targets: [{ queue, expression: `worker.level >= ${level}` }] }],
    });
    const { sid: workflowSid } = addWorkflow(routingFor(5));
    const old = createTask({ workflowSid });
    workspace.workflows.update(workflowSid, {
      configuration: JSON.stringify({ task_routing: routingFor(1) }),
    });
    const young = createTask({ workflowSid });
    await pass();

    addWorker('Junior', { level: 1 });
    await pass();

    expect([offersOf(old.sid).length, offersOf(young.sid).length]).toEqual([0, 1]);
  });
});
