import { createRestCaller, rowsOf } from '../../../test/restCaller';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  const queue = caller.engine.workspace(sid).taskQueues.create({ friendlyName: 'Everyone' });
  const configuration = JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } });
  return { ...caller, queue, configuration, path: `/${sid}/Workflows` };
}

describe('the Workflows resource', () => {
  it('is created with its configuration as written', async () => {
    const { post, configuration, path } = setUp();
    const spaced = ` ${configuration} `;

    const created = await post(path, { FriendlyName: 'Inbound', Configuration: spaced });

    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      configuration: spaced,
      document_content_type: 'application/json',
      task_reservation_timeout: 120,
      assignment_callback_url: null,
    });
  });

  it.each([
    ['no configuration', '', 'Missing required parameter Configuration'],
    ['one of more than 1,038,576 bytes', ' '.repeat(1_038_577), '1038576'],
    ['a broken one', '{', 'configuration is not valid JSON'],
    ['one without routing', '{}', 'task_routing must be an object'],
    [
      'a broken expression',
      '{"task_routing":{"filters":[{"expression":"a-b"}]}}',
      'must have at least one target',
    ],
  ])('refuses %s with 20001', async (_, Configuration, message) => {
    const { post, path } = setUp();

    const refused = await post(path, { FriendlyName: 'Inbound', Configuration });

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
    expect(refused.body['message']).toContain(message);
  });

  it('refuses a reservation timeout beyond a day', async () => {
    const { post, configuration, path } = setUp();

    const refused = await post(path, {
      FriendlyName: 'Inbound',
      Configuration: configuration,
      TaskReservationTimeout: '86401',
    });

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
  });

  it('is updated, listed by name, and deleted', async () => {
    const { get, post, remove, configuration, path } = setUp();
    const { body } = await post(path, { FriendlyName: 'Inbound', Configuration: configuration });
    const instance = `${path}/${String(body['sid'])}`;

    const updated = await post(instance, { TaskReservationTimeout: '30', ReEvaluateTasks: 'true' });
    const found = rowsOf(await get(`${path}?FriendlyName=Inbound`), 'workflows');
    const removed = await remove(instance);

    expect(updated.body).toMatchObject({ friendly_name: 'Inbound', task_reservation_timeout: 30 });
    expect(found).toEqual([updated.body]);
    expect(removed.status).toBe(204);
    expect((await get(instance)).status).toBe(404);
  });
});
