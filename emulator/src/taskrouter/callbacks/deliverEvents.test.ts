import { createSmallCentre } from '../../../test/createSmallCentre';
import { createTestContext } from '../../../test/createTestContext';
import type { DeliveryOutcome } from '../../kernel/webhook';
import type { CallbackOptions } from './options';
import { deliverWorkspaceCallbacks } from './deliverWorkspaceCallbacks';

const URL = 'https://example.com/events#rc=2';

describe('workspace event callbacks', () => {
  const open = (
    settings: { eventCallbackUrl?: string | null; eventsFilter?: string | null },
    options: CallbackOptions = {},
    outcome: DeliveryOutcome = { status: 204, body: '' },
  ) => {
    const context = createTestContext(() => outcome);
    const centre = createSmallCentre(context);
    centre.engine.workspaces.update(centre.workspace.sid, settings);
    const disconnect = deliverWorkspaceCallbacks(context, centre.engine, options);
    const types = () => context.sent.map(({ form }) => form?.['EventType']);
    return { context, centre, disconnect, types };
  };

  it('posts every event as a form of strings to the one callback URL, 15 seconds to answer', async () => {
    const { context, centre } = open({ eventCallbackUrl: URL });

    const task = await centre.createTask('{"a":1}');

    const created = context.sent.find(({ form }) => form?.['EventType'] === 'task.created');
    expect(created).toMatchObject({ url: URL, method: 'POST', kind: 'taskrouter-event', timeoutMs: 15_000 });
    expect(created?.form).toMatchObject({
      EventType: 'task.created',
      AccountSid: context.accountSid,
      WorkspaceSid: centre.workspace.sid,
      WorkspaceName: 'Centre',
      ResourceType: 'task',
      ResourceSid: task.sid,
      Timestamp: '1767225600',
      TimestampMs: '1767225600000',
      TaskSid: task.sid,
      TaskAttributes: '{"a":1}',
      TaskAge: '0',
      TaskVersion: String(task.version),
      WorkflowSid: centre.workflowSid,
    });
    expect(created?.form?.['Sid']).toMatch(/^EV\w{32}$/);
    expect(Object.values(created?.form ?? {}).every((value) => typeof value === 'string')).toBe(true);
    expect(created?.form).not.toHaveProperty('TaskCanceledReason');
  });

  it('names worker fields of an activity change as documented', async () => {
    const { context, centre } = open({ eventCallbackUrl: URL, eventsFilter: 'worker.activity.update' });
    await context.clock.advance(1_500);

    centre.workspace.workers.update(centre.workerSid, { activitySid: centre.offlineSid });

    expect(context.sent).toHaveLength(1);
    expect(context.sent[0]?.form).toMatchObject({
      WorkerSid: centre.workerSid,
      WorkerActivityName: 'Offline',
      WorkerPreviousActivityName: 'Available',
      WorkerTimeInPreviousActivity: '1',
      WorkerTimeInPreviousActivityMs: '1500',
    });
  });

  it('sends only the types of the EventsFilter', async () => {
    const { centre, types } = open({
      eventCallbackUrl: URL,
      eventsFilter: 'reservation.created, task.created',
    });

    await centre.createTask();

    expect(types().sort()).toEqual(['reservation.created', 'task.created']);
  });

  it('sends nothing without a callback URL, and nothing more once disconnected', async () => {
    const silent = open({ eventCallbackUrl: null });
    await silent.centre.createTask();
    expect(silent.types()).toEqual([]);

    const disconnected = open({ eventCallbackUrl: URL });
    disconnected.disconnect();
    await disconnected.centre.createTask();
    expect(disconnected.types()).toEqual([]);
  });

  it.each([{ status: 503, body: '' }, { status: 'no-answer' } as const])(
    'sends at most once: %j loses the event',
    async (outcome) => {
      const { context, centre } = open({ eventCallbackUrl: URL, eventsFilter: 'task.created' }, {}, outcome);

      await centre.createTask();
      await context.clock.advance(24 * 60 * 60_000);

      expect(context.sent).toHaveLength(1);
    },
  );

  it('writes Timestamp as ISO when told', async () => {
    const { context, centre } = open({ eventCallbackUrl: URL }, { timestampFormat: 'iso' });

    await centre.createTask();

    expect(context.sent[0]?.form?.['Timestamp']).toBe('2026-01-01T00:00:00.000Z');
  });
});
