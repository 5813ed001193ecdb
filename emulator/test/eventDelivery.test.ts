import type { ServerResponse } from 'node:http';
import twilio, { validateRequest, validateRequestWithBody } from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { isObject } from '../src/kernel/isObject';
import { subscribe } from '../src/testing';
import { startReceiver, type Received, type Receiver } from './receiver';
import { ValidatingClient } from './validatingClient';

const HOUR_MS = 60 * 60_000;
const answerJson = (response: ServerResponse, body: object): void => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

/** From a task created by the official SDK to what arrives, over real sockets, at its user's URLs. */
describe('events on their way to the user', () => {
  let local: LocalTwilio;
  let client: twilio.Twilio;
  const cleanUps: (() => unknown)[] = [];

  beforeEach(async () => {
    local = await createLocalTwilio({ seed: 3, mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
    const restore = redirectTwilio(local.origin);
    client = twilio(local.accountSid, local.authToken);
    cleanUps.push(() => local.stop(), restore);
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  const receive = async (...args: Parameters<typeof startReceiver>): Promise<Receiver> => {
    const receiver = await startReceiver(...args);
    cleanUps.push(() => receiver.stop());
    return receiver;
  };
  const createCentre = async (callbacks: { event?: string; assignment?: string; fallback?: string }) => {
    const { sid } = await client.taskrouter.v1.workspaces.create({
      friendlyName: 'Centre',
      ...(callbacks.event !== undefined && { eventCallbackUrl: callbacks.event }),
    });
    const workspace = client.taskrouter.v1.workspaces(sid);
    const queue = await workspace.taskQueues.create({ friendlyName: 'Everyone' });
    const workflow = await workspace.workflows.create({
      friendlyName: 'Assign',
      configuration: JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } }),
      ...(callbacks.assignment !== undefined && { assignmentCallbackUrl: callbacks.assignment }),
      ...(callbacks.fallback !== undefined && { fallbackAssignmentCallbackUrl: callbacks.fallback }),
    });
    const [available] = await workspace.activities.list({ available: 'true' });
    await workspace.workers.create({
      friendlyName: 'alice',
      ...(available !== undefined && { activitySid: available.sid }),
    });
    const createTask = async () => {
      const task = await workspace.tasks.create({ workflowSid: workflow.sid, attributes: '{"call":"CA1"}' });
      await local.clock.advance(0);
      return task;
    };
    const statusOfReservation = async (taskSid: string) =>
      (await workspace.tasks(taskSid).reservations.list()).map(({ reservationStatus }) => reservationStatus);
    return { workspace, createTask, statusOfReservation };
  };
  const subscribeTo = (destination: string, ...events: string[]) => {
    const httpClient = new ValidatingClient('twilio_events_v1.json');
    return subscribe(twilio(local.accountSid, local.authToken, { httpClient }), destination, events, true);
  };
  const cloudEvents = ({ body }: Received): Readonly<Record<string, unknown>>[] => {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed.filter(isObject) : [];
  };
  const CREATED = 'task.created';
  const RESERVED = 'reservation.created';

  it('posts a signed batch of CloudEvents to a sink', async () => {
    const receiver = await receive();
    await subscribeTo(`${receiver.origin}/sink?x=1`, CREATED, RESERVED);
    const { createTask } = await createCentre({});

    const task = await createTask();
    await local.clock.advance(1_000);

    const [batch] = receiver.received;
    if (batch === undefined) throw new Error('Nothing arrived');
    expect(receiver.received).toHaveLength(1);
    expect(batch.headers['content-type']).toMatch(/^application\/json/);
    const signature = String(batch.headers['x-twilio-signature']);
    expect(validateRequestWithBody(local.authToken, signature, receiver.origin + batch.url, batch.body)).toBe(
      true,
    );
    expect(cloudEvents(batch).map(({ type }) => type)).toEqual(
      [CREATED, RESERVED].map((name) => `com.twilio.taskrouter.${name}`),
    );
    expect(cloudEvents(batch)[0]).toMatchObject({
      specversion: '1.0',
      data: { payload: { task_sid: task.sid, task_attributes: '{"call":"CA1"}', task_age: 0 } },
    });
  });

  it('delivers at least once through an outage of the receiver', async () => {
    const receiver = await receive((response, _request, count) => {
      response.writeHead(count < 6 ? 503 : 204).end();
    });
    await subscribeTo(`${receiver.origin}/sink`, CREATED);
    const { createTask } = await createCentre({});

    await createTask();
    await local.clock.advance(4 * HOUR_MS);

    const ids = receiver.received.flatMap(cloudEvents).map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(1);
  });

  it('delivers duplicated and reordered when the fault plan says so', async () => {
    const receiver = await receive();
    await subscribeTo(`${receiver.origin}/sink`, CREATED);
    local.faults.add({ match: { kind: 'event-stream' }, effect: { type: 'duplicate' } });
    local.faults.add({ match: { kind: 'event-stream' }, effect: { type: 'reorder', windowMs: 30_000 } });
    const { createTask } = await createCentre({});

    const created: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      created.push((await createTask()).sid);
      await local.clock.advance(1_000);
    }
    await local.clock.advance(60_000);

    const arrived = receiver.received
      .flatMap(cloudEvents)
      .map(({ data }) => /"task_sid":"(\w+)"/.exec(JSON.stringify(data))?.[1]);
    expect(arrived).toHaveLength(16);
    expect(new Set(arrived)).toEqual(new Set(created));
    expect([...new Set(arrived)]).not.toEqual(created);
  });

  it('posts signed forms to the EventCallbackUrl, and loses what is not taken', async () => {
    const receiver = await receive((response) => {
      response.writeHead(500).end();
    });
    const url = `${receiver.origin}/events`;
    const { createTask } = await createCentre({ event: url });
    const before = receiver.received.length;

    const task = await createTask();
    await local.clock.advance(HOUR_MS);

    const forms = receiver.received
      .slice(before)
      .map((one) => ({ one, form: Object.fromEntries(new URLSearchParams(one.body)) }));
    const types = forms.map(({ form }) => form['EventType']);
    expect(types.filter((type) => type === 'task.created')).toHaveLength(1);
    expect(types).toEqual(
      expect.arrayContaining(['workflow.entered', 'task-queue.entered', 'reservation.created']),
    );
    for (const { one, form } of forms) {
      expect(validateRequest(local.authToken, String(one.headers['x-twilio-signature']), url, form)).toBe(
        true,
      );
      expect(form).toMatchObject({ AccountSid: local.accountSid, WorkspaceName: 'Centre' });
    }
    expect(forms.find(({ form }) => form['EventType'] === 'task.created')?.form).toMatchObject({
      TaskSid: task.sid,
      TaskAttributes: '{"call":"CA1"}',
    });
  });

  it('accepts a reservation as the assignment callback answers', async () => {
    const receiver = await receive((response) => {
      answerJson(response, { instruction: 'accept' });
    });
    const { createTask, statusOfReservation } = await createCentre({ assignment: receiver.origin });

    const task = await createTask();

    expect(await statusOfReservation(task.sid)).toEqual(['accepted']);
    expect(new URLSearchParams(receiver.received[0]?.body).get('TaskSid')).toBe(task.sid);
  });

  it('turns to the fallback URL when the assignment callback takes longer than five seconds', async () => {
    const receiver = await receive((response, { url }) => {
      if (url === '/fallback') answerJson(response, { instruction: 'accept' });
    });
    const { createTask, statusOfReservation } = await createCentre({
      assignment: `${receiver.origin}/main#rc=0`,
      fallback: `${receiver.origin}/fallback`,
    });

    const task = await createTask();
    await local.clock.advance(4_999);
    expect(await statusOfReservation(task.sid)).toEqual(['pending']);
    await local.clock.advance(1);

    expect(await statusOfReservation(task.sid)).toEqual(['accepted']);
    expect(receiver.received.map(({ url }) => url)).toEqual(['/main', '/fallback']);
  });
});
