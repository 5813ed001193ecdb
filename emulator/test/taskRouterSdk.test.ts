import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio } from '../src/createLocalTwilio';
import { basicAuthorization } from '../src/kernel/basicAuth';
import type { LocalTwilio } from '../src/createLocalTwilio';
import { ValidatingClient } from './validatingClient';

let local: LocalTwilio;
let restore: () => void;
let client: twilio.Twilio;

beforeAll(async () => {
  local = await createLocalTwilio({ port: 0, seed: 7, mode: 'paused', startMs: Date.UTC(2024, 4, 1, 10) });
  restore = redirectTwilio(local.origin);
  const httpClient = new ValidatingClient('twilio_taskrouter_v1.json');
  client = twilio(local.accountSid, local.authToken, { httpClient });
});

afterAll(async () => {
  restore();
  await local.stop();
});

async function createCentre() {
  const { sid } = await client.taskrouter.v1.workspaces.create({
    friendlyName: 'Support',
    multiTaskEnabled: true,
  });
  const workspace = client.taskrouter.v1.workspaces(sid);
  const queue = await workspace.taskQueues.create({ friendlyName: 'Everyone', targetWorkers: '1==1' });
  const workflow = await workspace.workflows.create({
    friendlyName: 'Inbound',
    configuration: JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } }),
    taskReservationTimeout: 30,
  });
  const [available] = await workspace.activities.list({ available: 'true' });
  if (available === undefined) throw new Error('A new workspace has an available activity');
  return { workspace, queue, workflow, available };
}

describe('the official SDK', () => {
  it('builds a contact centre, changes every part of it, and takes it down', async () => {
    const { workspace, queue, workflow } = await createCentre();
    const activity = await workspace.activities.create({ friendlyName: 'Training', available: false });
    const channel = await workspace.taskChannels.create({ friendlyName: 'E-mail', uniqueName: 'email' });
    const worker = await workspace.workers.create({ friendlyName: 'Ann', attributes: '{"level":1}' });

    // Contexts throughout: the SDK's instances from `create` and `list` do not know their own SID (6.2.0).
    const parts = {
      activity: workspace.activities(activity.sid),
      channel: workspace.taskChannels(channel.sid),
      queue: workspace.taskQueues(queue.sid),
      workflow: workspace.workflows(workflow.sid),
      worker: workspace.workers(worker.sid),
    };

    const changed = {
      workspace: (await workspace.update({ eventsFilter: 'task.created' })).eventsFilter,
      activity: (await parts.activity.update({ friendlyName: 'Coaching' })).friendlyName,
      channel: (await parts.channel.update({ channelOptimizedRouting: true })).channelOptimizedRouting,
      queue: (await parts.queue.update({ maxReservedWorkers: 3 })).maxReservedWorkers,
      workflow: (await parts.workflow.update({ taskReservationTimeout: 60 })).taskReservationTimeout,
      worker: (await parts.worker.update({ attributes: '{"level":2}' })).attributes,
      capacity: (await parts.worker.workerChannels('chat').update({ capacity: 4 })).configuredCapacity,
    };
    const removed = [
      await parts.worker.remove(),
      await parts.workflow.remove(),
      await parts.queue.remove(),
      await parts.channel.remove(),
      await parts.activity.remove(),
      await workspace.remove(),
    ];

    expect(changed).toEqual({
      workspace: 'task.created',
      activity: 'Coaching',
      channel: true,
      queue: 3,
      workflow: 60,
      worker: '{"level":2}',
      capacity: 4,
    });
    expect(removed).toEqual([true, true, true, true, true, true]);
    await expect(workspace.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('takes a task from its creation to its deletion', async () => {
    const { workspace, workflow, available } = await createCentre();
    const worker = await workspace.workers.create({ friendlyName: 'Ann', activitySid: available.sid });
    const created = await workspace.tasks.create({
      workflowSid: workflow.sid,
      attributes: '{"type":"call"}',
    });
    await local.clock.advance(0);
    const task = workspace.tasks(created.sid);
    const [reservation] = await task.reservations.list();
    const [same] = await workspace.workers(worker.sid).reservations.list({ reservationStatus: 'pending' });

    await task.reservations(String(reservation?.sid)).update({ reservationStatus: 'accepted' });
    const assigned = await task.fetch();
    await task.update({ assignmentStatus: 'completed', reason: 'solved' });
    const again = task.update({ assignmentStatus: 'completed' });

    expect(created.assignmentStatus).toBe('pending');
    expect(created.dateCreated).toEqual(new Date(local.clock.now()));
    expect(same?.sid).toBe(reservation?.sid);
    expect(assigned.assignmentStatus).toBe('assigned');
    await expect(again).rejects.toMatchObject({ status: 400, code: 20001 });
    await local.clock.advance(300_000);
    await expect(task.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('writes attributes under the ETag it read, and is refused under an old one', async () => {
    const { workspace } = await createCentre();
    const created = await workspace.tasks.createWithHttpInfo({ attributes: '{"n":0}' });
    const task = workspace.tasks(created.body.sid);
    const { headers } = await task.fetchWithHttpInfo();
    const ifMatch = String(headers.etag);

    const written = await task.update({ ifMatch, attributes: '{"n":1}' });
    const stale = task.update({ ifMatch, attributes: '{"n":2}' });

    expect(written.attributes).toBe('{"n":1}');
    await expect(stale).rejects.toMatchObject({ status: 412, code: 20412 });
    expect((await task.fetch()).attributes).toBe('{"n":1}');
  });

  it('follows the pages of a list to its end', async () => {
    const { workspace } = await createCentre();
    for (let n = 0; n < 7; n++) await workspace.workers.create({ friendlyName: `worker ${n}` });

    const all = await workspace.workers.list({ pageSize: 3 });
    const first = await workspace.workers.page({ pageSize: 3 });
    const second = await first.nextPage();
    const back = await second?.previousPage();

    expect(all.map(({ friendlyName }) => friendlyName)).toEqual(
      Array.from({ length: 7 }, (_, n) => `worker ${n}`),
    );
    expect(second?.instances).toHaveLength(3);
    expect(back?.instances.map(({ sid }) => sid)).toEqual(first.instances.map(({ sid }) => sid));
  });

  it('is told what it did wrong, with a code and where to read about it', async () => {
    const { workspace } = await createCentre();

    const hyphen = workspace.taskQueues.create({ friendlyName: 'Q', targetWorkers: 'skill-level > 3' });

    await expect(hyphen).rejects.toMatchObject({
      status: 400,
      code: 20001,
      moreInfo: 'https://www.twilio.com/docs/errors/20001',
      message: expect.stringContaining('expecting OPERATOR') as string,
    });
  });

  it('is slowed down to three evaluations of task attributes per second', async () => {
    const { workspace } = await createCentre();
    const list = () => workspace.tasks.list({ evaluateTaskAttributes: "type == 'call'" });
    await Promise.all([list(), list(), list()]);

    await expect(list()).rejects.toMatchObject({ status: 429, code: 20429 });
    await local.clock.advance(1000);
    await expect(list()).resolves.toEqual([]);
  });

  it('needs the credentials of the account', async () => {
    const stranger = twilio(local.accountSid, '0'.repeat(32)).taskrouter.v1.workspaces.list();

    await expect(stranger).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it('says loudly what it has no route for', async () => {
    const { workspace } = await createCentre();

    await expect(workspace.statistics().fetch()).rejects.toMatchObject({ status: 501 });
    await expect(workspace.workers.statistics().fetch()).rejects.toMatchObject({ status: 501 });
  });
});

describe('a bare HTTP client', () => {
  const post = (type: string, body: string): Promise<Response> =>
    fetch('https://taskrouter.twilio.com/v1/Workspaces', {
      method: 'POST',
      headers: {
        authorization: basicAuthorization(local.accountSid, local.authToken),
        'content-type': type,
      },
      body,
    });

  it('takes a form with PascalCase names, answers 201 in snake_case, and refuses JSON', async () => {
    const form = await post('application/x-www-form-urlencoded', 'FriendlyName=Support');
    const camel = await post('application/x-www-form-urlencoded', 'friendlyName=Support');
    const json = await post('application/json', '{"FriendlyName":"Support"}');

    expect(form.status).toBe(201);
    expect(await form.json()).toMatchObject({ friendly_name: 'Support', multi_task_enabled: true });
    expect(await camel.json()).toMatchObject({ status: 400, code: 20001 });
    expect(await json.json()).toMatchObject({ status: 400, code: 20001 });
  });
});
