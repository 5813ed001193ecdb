import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { ValidatingClient } from './validatingClient';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let local: LocalTwilio;
let restore: () => void;
let client: twilio.Twilio;
let workspaceSid: string;
beforeEach(async () => {
  local = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2024, 4, 1, 10) });
  restore = redirectTwilio(local.origin);
  const httpClient = new ValidatingClient('twilio_taskrouter_v1.json');
  client = twilio(local.accountSid, local.authToken, { httpClient });
  ({ workspaceSid } = await local.seed({
    workspace: { friendlyName: 'Flex Task Assignment' },
    taskQueues: [{ friendlyName: 'Support', targetWorkers: '1==1' }],
    workflows: [
      { friendlyName: 'Anyone', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
    ],
    workers: ['ann', 'bob'].map((friendlyName) => ({ friendlyName, activity: 'Available' })),
  }));
});
afterEach(async () => {
  restore();
  await local.stop();
});

const workspace = () => client.taskrouter.v1.workspaces(workspaceSid);

/** Offered once, then taken and done. */
async function serveTask(attributes = '{}') {
  const { sid: taskSid } = await workspace().tasks.create({ attributes });
  await local.clock.advance(1_000);
  const reservations = workspace().tasks(taskSid).reservations;
  const [offer] = await reservations.list();
  const reservationSid = offer?.sid ?? '';
  await reservations(reservationSid).update({ reservationStatus: 'accepted' });
  await reservations(reservationSid).update({ reservationStatus: 'completed' });
  return { taskSid, reservationSid, workerSid: offer?.workerSid ?? '' };
}

describe('the Events resource', () => {
  it('tells a task’s reservation with all about it, long after the task is gone', async () => {
    const { taskSid, reservationSid, workerSid } = await serveTask('{"call":"CA1"}');
    const startDate = new Date(local.clock.now() - MINUTE);
    await local.clock.advance(DAY);
    await expect(workspace().tasks(taskSid).fetch()).rejects.toMatchObject({ status: 404 });

    const found = await workspace().events.list({ taskSid, eventType: 'reservation.created', startDate });

    expect(found).toMatchObject([
      {
        eventType: 'reservation.created',
        resourceType: 'reservation',
        resourceSid: reservationSid,
        resourceUrl: expect.stringMatching(`/Tasks/${taskSid}/Reservations/${reservationSid}$`) as string,
        actorSid: workspaceSid,
        eventData: {
          task_sid: taskSid,
          task_attributes: '{"call":"CA1"}',
          task_age: '0',
          worker_sid: workerSid,
          workspace_name: 'Flex Task Assignment',
        },
      },
    ]);
  });

  it('is read one by one as well, and is 404 where it is not', async () => {
    await serveTask();
    const [newest] = await workspace().events.list({ limit: 1 });

    const again = await workspace()
      .events(newest?.sid ?? '')
      .fetch();

    expect(again.toJSON()).toEqual(newest?.toJSON());
    await expect(
      workspace()
        .events(`EV${'0'.repeat(32)}`)
        .fetch(),
    ).rejects.toMatchObject({ code: 20404 });
  });

  it('reaches a quarter of an hour back, further when asked to, and 30 days at most', async () => {
    const { taskSid } = await serveTask();
    const count = async (more: object) => (await workspace().events.list({ taskSid, ...more })).length;
    const all = await count({});
    await local.clock.advance(16 * MINUTE);
    const late = [await count({}), await count({ minutes: 20 })];
    await local.clock.advance(30 * DAY);
    const gone = await count({ minutes: 60 * 24 * 60 });

    expect(all).toBeGreaterThan(4);
    expect(late).toEqual([0, all]);
    expect(gone).toBe(0);
  });

  it('lists by type, date, reservation, worker, queue, workflow and channel, newest first', async () => {
    const first = await serveTask();
    const between = new Date(local.clock.now());
    await local.clock.advance(2_000);
    const second = await serveTask();
    const created = (more: object) => workspace().events.list({ eventType: 'reservation.created', ...more });
    const [task] = await workspace().tasks.list();
    const { taskQueueSid = '', workflowSid = '' } = task ?? {};

    const sids = async (more: object) => (await created(more)).map(({ resourceSid }) => resourceSid);

    const both = [second.reservationSid, first.reservationSid];
    for (const more of [{}, { taskQueueSid }, { workflowSid }, { taskChannel: 'default' }])
      expect(await sids(more)).toEqual(both);
    expect(await sids({ reservationSid: first.reservationSid })).toEqual([first.reservationSid]);
    expect(await sids({ endDate: between })).toEqual([first.reservationSid]);
    expect(await sids({ startDate: between })).toEqual([second.reservationSid]);
    expect(await sids({ workerSid: `WK${'0'.repeat(32)}` })).toEqual([]);
    expect(await sids({ taskChannel: 'voice' })).toEqual([]);
  });

  it('comes in pages that name the next one', async () => {
    const { taskSid } = await serveTask();
    const since = local.journal.sequence;

    const paged = await workspace().events.list({ taskSid, pageSize: 2 });

    const whole = await workspace().events.list({ taskSid });
    expect(paged.map(({ sid }) => sid)).toEqual(whole.map(({ sid }) => sid));
    const pages = local.journal.entries({ since, pattern: '/v1/Workspaces/:workspaceSid/Events' });
    expect(pages.length).toBe(Math.ceil(whole.length / 2) + 1);
  });

  it('refuses dates and numbers that are none', async () => {
    await expect(workspace().events.list({ minutes: -1 })).rejects.toMatchObject({ code: 20001 });
  });
});
