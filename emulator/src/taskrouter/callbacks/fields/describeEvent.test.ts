import { createTestContext } from '../../../../test/createTestContext';
import { createSmallCentre, type SmallCentre } from '../../../../test/createSmallCentre';
import type { TaskRouterEvent } from '../../engine/events';
import { describeEvent } from './describeEvent';
import { resourceOf } from './resourceOf';
import { summarizeEvent } from './summarizeEvent';

describe('fields of TaskRouter events', () => {
  let context: ReturnType<typeof createTestContext>;
  let centre: SmallCentre;
  let events: TaskRouterEvent[];
  beforeEach(() => {
    context = createTestContext();
    centre = createSmallCentre(context);
    events = [];
    centre.engine.on((event) => events.push(event));
  });
  const only = (type: TaskRouterEvent['type']): TaskRouterEvent => {
    const found = events.filter((event) => event.type === type);
    if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} × ${type}`);
    return found[0];
  };

  it('tells a reservation with its task, worker, queue and workflow', async () => {
    const task = await centre.createTask('{"call":"CA1"}');

    const fields = describeEvent(only('reservation.created'));

    expect(fields).toMatchObject({
      task_sid: task.sid,
      task_attributes: '{"call":"CA1"}',
      task_age: 0,
      task_priority: 0,
      task_assignment_status: 'reserved',
      task_channel_unique_name: 'default',
      task_queue_sid: centre.queueSid,
      task_queue_name: 'Everyone',
      task_queue_target_expression: '1==1',
      workflow_sid: centre.workflowSid,
      workflow_name: 'Assign',
      worker_sid: centre.workerSid,
      worker_name: 'alice',
      worker_attributes: '{"bpo":"one"}',
      worker_activity_name: 'Available',
      reservation_version: 0,
    });
    expect(resourceOf(only('reservation.created'))).toEqual({
      type: 'reservation',
      sid: fields['reservation_sid'],
    });
  });

  it('leaves out what has no value instead of sending it empty', async () => {
    await centre.createTask();

    const fields = describeEvent(only('task.created'));

    expect(fields).not.toHaveProperty('task_canceled_reason');
    expect(fields).not.toHaveProperty('task_routing_target');
    expect(fields).not.toHaveProperty('worker_sid');
    expect(Object.values(fields)).not.toContain(undefined);
    expect(Object.values(fields)).not.toContain(null);
  });

  it('tells the reason of an end under its own name, and ages in whole seconds', async () => {
    const task = await centre.createTask();
    await context.clock.advance(2_999);

    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'canceled', reason: 'caller left' });

    expect(describeEvent(only('task.canceled'))).toMatchObject({
      task_age: 2,
      task_canceled_reason: 'caller left',
    });
    expect(describeEvent(only('task.canceled'))).not.toHaveProperty('task_completed_reason');
  });

  it('tells the reason of a completed task as the completed reason only', async () => {
    const task = await centre.createTask();
    const [reservation] = centre.workspace.reservations.ofTask(task.sid);
    centre.workspace.reservations.update(reservation?.sid ?? '', { reservationStatus: 'accepted' });

    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'completed', reason: 'solved' });

    expect(describeEvent(only('task.completed'))).toMatchObject({ task_completed_reason: 'solved' });
    expect(describeEvent(only('task.completed'))).not.toHaveProperty('task_canceled_reason');
  });

  it('tells how long a worker was in the activity before', async () => {
    await context.clock.advance(61_500);

    centre.workspace.workers.update(centre.workerSid, { activitySid: centre.offlineSid });

    const event = only('worker.activity.update');
    expect(describeEvent(event)).toMatchObject({
      worker_activity_name: 'Offline',
      worker_previous_activity_name: 'Available',
      worker_time_in_previous_activity: 61,
      worker_time_in_previous_activity_ms: 61_500,
    });
    expect(summarizeEvent(event)).toBe('Worker alice updated to Offline Activity');
    expect(resourceOf(event)).toEqual({ type: 'worker', sid: centre.workerSid });
  });

  it('tells a changed channel capacity with the one before', () => {
    centre.workspace.workerChannels.update(centre.workerSid, 'default', { capacity: 3 });

    expect(describeEvent(only('worker.capacity.update'))).toMatchObject({
      worker_channel_previous_capacity: 1,
      worker_channel_capacity: 3,
      worker_channel_available: true,
      worker_channel_task_count: 0,
      task_channel_unique_name: 'default',
    });
  });

  it('tells which filter and target of the workflow matched', async () => {
    await centre.createTask();

    expect(describeEvent(only('workflow.target-matched'))).toMatchObject({
      workflow_filter_name: 'All',
      workflow_filter_expression: '1==1',
    });
    expect(resourceOf(only('workflow.target-matched')).type).toBe('task');
  });

  it('tells activities, queues, channels and workflows that change on their own', () => {
    centre.workspace.activities.create({ friendlyName: 'Lunch', available: false });
    centre.workspace.taskQueues.create({ friendlyName: 'Nobody', targetWorkers: '1==2' });
    centre.workspace.taskChannels.create({ friendlyName: 'Fax', uniqueName: 'fax' });

    expect(describeEvent(only('activity.created'))).toMatchObject({
      activity_name: 'Lunch',
      activity_available: false,
    });
    expect(describeEvent(only('task-queue.created'))).toMatchObject({
      task_queue_name: 'Nobody',
      task_queue_target_expression: '1==2',
    });
    expect(describeEvent(only('task-channel.created'))).toMatchObject({ task_channel_unique_name: 'fax' });
    expect(resourceOf(only('task-queue.created')).type).toBe('taskqueue');
    expect(summarizeEvent(only('activity.created'))).toMatch(/^Activity WA\w{32} created$/);
  });

  it('tells a transfer on its own event and on the reservation it offers', async () => {
    const task = await centre.createTask();
    const [reservation] = centre.workspace.reservations.ofTask(task.sid);
    const initiator = { reservationSid: reservation?.sid ?? '', workerSid: centre.workerSid };
    centre.workspace.reservations.update(initiator.reservationSid, { reservationStatus: 'accepted' });
    const bob = centre.workspace.workers.create({
      friendlyName: 'bob',
      activitySid: centre.workspace.workers.get(centre.workerSid).activitySid,
    });
    events.length = 0;

    const transfer = centre.workspace.transfers.start({
      ...initiator,
      taskSid: task.sid,
      to: bob.sid,
      mode: 'WARM',
    });
    await context.clock.advance(0);

    const expected = {
      task_transfer_sid: transfer.sid,
      transfer_mode: 'WARM',
      transfer_to: bob.sid,
      transfer_type: 'WORKER',
      transfer_initiating_worker_sid: centre.workerSid,
      transfer_initiating_reservation_sid: initiator.reservationSid,
    };
    expect(describeEvent(only('task.transfer-initiated'))).toMatchObject(expected);
    expect(resourceOf(only('task.transfer-initiated'))).toEqual({ type: 'task', sid: task.sid });
    expect(describeEvent(only('reservation.created'))).toMatchObject({ ...expected, worker_sid: bob.sid });
  });
});
