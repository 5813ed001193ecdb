import { createSmallCentre } from '../../test/createSmallCentre';
import { createTestContext } from '../../test/createTestContext';
import { deliverEventStreams } from './deliverEventStreams';
import type { StreamEvent } from './model';

describe('TaskRouter events in Event Streams', () => {
  const open = (isWanted: (type: string) => boolean = () => true) => {
    const context = createTestContext();
    const centre = createSmallCentre(context);
    const published: StreamEvent[] = [];
    const disconnect = deliverEventStreams(context, centre.engine, {
      isWanted,
      publish: (event) => published.push(event),
    });
    const only = (type: string): StreamEvent | undefined => published.find((event) => event.type === type);
    return { context, centre, published, disconnect, only };
  };

  it('wraps an event as WDSEvent with a snake_case payload whose numbers stay numbers', async () => {
    const { context, centre, only } = open();

    const task = await centre.createTask('{"a":1}');

    const event = only('com.twilio.taskrouter.task.created');
    expect(event).toMatchObject({
      at: context.clock.now(),
      data: {
        name: 'TaskCreated',
        account_sid: context.accountSid,
        group: 'task',
        level: 'INFO',
        product_name: 'TaskRouter',
        timestamp: '2026-01-01T00:00:00.000Z',
        payload: {
          eventtype: 'task.created',
          timestamp: '2026-01-01T00:00:00.000Z',
          workspace_sid: centre.workspace.sid,
          workspace_name: 'Centre',
          resource_type: 'task',
          resource_sid: task.sid,
          task_sid: task.sid,
          task_attributes: '{"a":1}',
          task_age: 0,
          task_version: task.version,
          workflow_sid: centre.workflowSid,
        },
      },
    });
  });

  it('gives every event an id of its own', async () => {
    const { centre, published } = open();

    await centre.createTask();
    await centre.createTask();

    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
    expect(published.length).toBeGreaterThan(4);
  });

  it('leaves out what its catalogue does not have, and renames the one type that differs', () => {
    const { centre, published, only } = open();

    centre.workspace.activities.create({ friendlyName: 'Lunch' });
    centre.workspace.taskQueues.update(centre.queueSid, { targetWorkers: 'bpo == "one"' });

    expect(only('com.twilio.taskrouter.task-queue.expression-updated')).toBeDefined();
    expect(published.filter(({ type }) => type.includes('activity.created'))).toEqual([]);
  });

  it('publishes only what somebody subscribed to', async () => {
    const wanted = 'com.twilio.taskrouter.task.created';
    const { centre, published } = open((type) => type === wanted);

    await centre.createTask();

    expect(published.map(({ type }) => type)).toEqual([wanted]);
  });

  it('publishes nothing once disconnected', async () => {
    const { centre, published, disconnect } = open();

    disconnect();
    await centre.createTask();

    expect(published).toEqual([]);
  });
});
