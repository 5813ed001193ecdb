import { createTestContext } from '../../../test/createTestContext';
import type { SyncSpace } from '../../sync/space';
import { syncProduct } from '../../sync';
import { createContactCentre, type ContactCentre } from '../../taskrouter/engine/testing/createContactCentre';
import { publishQueueStatistics } from './publishQueueStatistics';

const MINUTE_MS = 60_000;

describe('the statistics of queues', () => {
  let centre: ContactCentre;
  let space: SyncSpace;
  let stop: () => void;
  beforeEach(() => {
    centre = createContactCentre();
    space = syncProduct(createTestContext()).space('flex_insights');
    stop = publishQueueStatistics(centre.engine, centre.clock, space);
  });
  afterEach(() => {
    stop();
    centre.clock.stop();
  });
  const of = (queueSid: string, item: string) => space.map(`${queueSid}.realtime_statistics.v1`).get(item);
  const addSupport = () => {
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: '1==1' });
    return { queue, workflow: centre.addWorkflow({ default_filter: { queue: queue.sid } }) };
  };

  it('are there for a new queue at once', async () => {
    const { queue } = addSupport();
    await centre.pass();
    expect(of(queue.sid, 'tasks_now')).toMatchObject({ queue: { total_tasks: 0 } });
    expect(space.map('realtime_statistics_v1').get('workspace')).toMatchObject({ total_eligible_workers: 0 });
  });

  it('say who works for a queue, by activity', async () => {
    const { queue } = addSupport();
    centre.addWorker('alice');
    centre.workspace.workers.create({ friendlyName: 'bob' });
    await centre.pass(1_000);
    const statistics = of(queue.sid, 'worker_activities_statistics');
    expect(statistics).toMatchObject({
      total_eligible_workers: 2,
      total_available_workers: 1,
      total_offline_workers: 1,
      total_unavailable_workers: 0,
    });
    expect(statistics?.['activity_statistics']).toContainEqual({
      sid: centre.activity('Available').sid,
      friendly_name: 'Available',
      workers: 1,
    });
  });

  it('say what waits and since when, in all and by channel', async () => {
    const { queue, workflow } = addSupport();
    const first = centre.createTask({ workflowSid: workflow.sid });
    await centre.pass(10_000);
    centre.createTask({ workflowSid: workflow.sid });
    await centre.pass(1_000);
    const waiting = {
      total_tasks: 2,
      pending_tasks: 2,
      longest_task_waiting_sid: first.sid,
      longest_task_waiting_from: '2026-01-01T00:00:00.000Z',
      longest_task_waiting_age: 11,
    };
    expect(of(queue.sid, 'tasks_now')).toMatchObject({ queue: waiting, [first.taskChannelSid]: waiting });
  });

  it('count what was handled within half an hour, and today', async () => {
    const { queue, workflow } = addSupport();
    centre.addWorker('alice');
    const task = centre.createTask({ workflowSid: workflow.sid });
    await centre.pass(5_000);
    centre.accept(task.sid);
    await centre.pass(2_000);
    const handled = {
      total_tasks_count: 1,
      handled_tasks_count: 1,
      average_waiting_time: 5_000,
      sla_percentage: 1,
    };
    expect(of(queue.sid, 'tasks_thirty_minutes')).toMatchObject({ queue: handled });
    expect(of(queue.sid, 'tasks_today')).toMatchObject({ queue: handled });

    await centre.pass(31 * MINUTE_MS);

    expect(of(queue.sid, 'tasks_thirty_minutes')).toMatchObject({ queue: { handled_tasks_count: 0 } });
    expect(of(queue.sid, 'tasks_today')).toMatchObject({ queue: handled });
  });

  it('count who hung up and who was let ring', async () => {
    const { queue, workflow } = addSupport();
    centre.addWorker('alice');
    const task = centre.createTask({ workflowSid: workflow.sid });
    await centre.pass(8_000);
    centre.workspace.reservations.update(centre.offerOf(task.sid).sid, { reservationStatus: 'rejected' });
    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'canceled', reason: 'hangup' });
    await centre.pass(1_000);
    expect(of(queue.sid, 'tasks_thirty_minutes')).toMatchObject({
      queue: { abandoned_tasks_count: 1, total_rejected_invitations: 1, sla_percentage: 0 },
    });
  });

  it('count a task that moved on as flown out of its first queue', async () => {
    const first = centre.addQueue({ targetWorkers: '1==1' });
    const second = centre.addQueue({ targetWorkers: '1==1' });
    const targets = [{ queue: first.sid, timeout: 10 }, { queue: second.sid }];
    const workflow = centre.addWorkflow({ filters: [{ expression: '1==1', targets }] });
    centre.createTask({ workflowSid: workflow.sid });
    await centre.pass(11_000);
    await centre.pass(1_000);
    expect(of(first.sid, 'tasks_today')).toMatchObject({ queue: { flow_out_tasks_count: 1 } });
    expect(of(second.sid, 'tasks_today')).toMatchObject({ queue: { total_tasks_count: 1 } });
  });

  it('go with their queue', async () => {
    const queue = centre.addQueue();
    await centre.pass();
    const before = space.map(`${queue.sid}.realtime_statistics.v1`).sid;
    centre.workspace.taskQueues.delete(queue.sid);
    await centre.pass(1_000);
    expect(space.map(`${queue.sid}.realtime_statistics.v1`).sid).not.toBe(before);
  });
});
