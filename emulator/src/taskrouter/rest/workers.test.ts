import { createRestCaller, rowsOf } from '../../../test/restCaller';
import type { Answer } from '../../../test/callProduct';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  const workspace = caller.engine.workspace(sid);
  const activityNamed = (name: string): string =>
    workspace.activities.list().find(({ friendlyName }) => friendlyName === name)?.sid ?? '';
  return { ...caller, workspace, activityNamed, path: `/${sid}/Workers` };
}

const namesIn = (answer: Answer): readonly unknown[] =>
  rowsOf(answer, 'workers').map((row) => row['friendly_name']);

describe('the Workers resource', () => {
  it('starts offline, with attributes as text and version 0', async () => {
    const { post, path } = setUp();

    const created = await post(path, { FriendlyName: 'Ann', Attributes: '{"level": 5}' });

    expect(created.status).toBe(201);
    expect(created.headers['ETag']).toBe('"0"');
    expect(created.body).toMatchObject({
      activity_name: 'Offline',
      available: false,
      attributes: '{"level": 5}',
    });
  });

  it('refuses a second worker of the same name in any case', async () => {
    const { post, path } = setUp();
    await post(path, { FriendlyName: 'Ann' });

    const refused = await post(path, { FriendlyName: 'ANN' });

    expect(refused.body).toMatchObject({
      code: 20001,
      message: 'Worker with the same friendly name already exists',
    });
  });

  it.each([
    ['text that is not JSON', '{'],
    ['JSON that is no object', '[]'],
    ['more than 4,096 characters', JSON.stringify({ note: 'x'.repeat(4096) })],
  ])('refuses attributes of %s', async (_, Attributes) => {
    const { post, path } = setUp();

    const refused = await post(path, { FriendlyName: 'Ann', Attributes });

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
  });

  it('moves to an activity and tells so', async () => {
    const { post, workspace, activityNamed, path } = setUp();
    const { sid } = workspace.workers.create({ friendlyName: 'Ann' });

    const updated = await post(`${path}/${sid}`, { ActivitySid: activityNamed('Available') });

    expect(updated.body).toMatchObject({ activity_name: 'Available', available: true });
    expect(updated.headers['ETag']).toBe('"1"');
  });

  it('is written under If-Match only with its current version, quoted or bare', async () => {
    const { get, post, remove, workspace, path } = setUp();
    const instance = `${path}/${workspace.workers.create({ friendlyName: 'Ann' }).sid}`;

    const first = await post(instance, { Attributes: '{"n":1}' }, '"0"');
    const second = await post(instance, { Attributes: '{"n":2}' }, '1');
    const stale = await post(instance, { Attributes: '{"n":3}' }, '"1"');
    const staleRemoval = await remove(instance, '"1"');

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(stale.body).toMatchObject({ status: 412, code: 20412 });
    expect(staleRemoval.body).toMatchObject({ status: 412, code: 20412 });
    expect((await get(instance)).body['attributes']).toBe('{"n":2}');
    expect((await remove(instance, '"2"')).status).toBe(204);
  });

  it('is listed by every filter Twilio has', async () => {
    const { get, workspace, activityNamed, path } = setUp();
    const available = activityNamed('Available');
    workspace.workers.create({
      friendlyName: 'Ann',
      activitySid: available,
      attributes: '{"skills":["sales"]}',
    });
    workspace.workers.create({ friendlyName: 'Bob', attributes: '{"skills":["support"]}' });
    const queue = workspace.taskQueues.create({ friendlyName: 'Sales', targetWorkers: "skills HAS 'sales'" });
    const listed = async (query: Readonly<Record<string, string>>) =>
      namesIn(await get(`${path}?${new URLSearchParams(query).toString()}`));

    expect(await listed({ ActivityName: 'Available' })).toEqual(['Ann']);
    expect(await listed({ ActivitySid: available })).toEqual(['Ann']);
    expect(await listed({ Available: '0' })).toEqual(['Bob']);
    expect(await listed({ FriendlyName: 'Bob' })).toEqual(['Bob']);
    expect(await listed({ TaskQueueSid: queue.sid })).toEqual(['Ann']);
    expect(await listed({ TaskQueueName: 'Sales' })).toEqual(['Ann']);
    expect(await listed({ TargetWorkersExpression: "skills HAS 'support'" })).toEqual(['Bob']);
    expect(await listed({ TargetWorkersExpression: `activity_name == 'Available'` })).toEqual(['Ann']);
    expect(await listed({ Ordering: 'FriendlyName:desc' })).toEqual(['Bob', 'Ann']);
  });

  it('allows three target expressions per second and refuses a broken one', async () => {
    const { get, path } = setUp();
    const list = (expression: string) =>
      get(`${path}?TargetWorkersExpression=${encodeURIComponent(expression)}`);

    const broken = await list('a-b == 1');
    await list('1==1');
    await list('1==1');
    const refused = await list('1==1');

    expect(broken.body).toMatchObject({ code: 20001 });
    expect(refused.body).toMatchObject({ status: 429, code: 20429 });
  });
});
