import { createRestCaller, rowsOf } from '../../../test/restCaller';

describe('the Workspaces resource', () => {
  it('is created with 201, an Offline default activity, and multitasking', async () => {
    const { post } = createRestCaller();

    const created = await post('', {
      FriendlyName: 'Support',
      EventCallbackUrl: 'https://example.com/events',
    });

    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      friendly_name: 'Support',
      event_callback_url: 'https://example.com/events',
      events_filter: null,
      default_activity_name: 'Offline',
      timeout_activity_name: 'Offline',
      multi_task_enabled: true,
      prioritize_queue_order: 'FIFO',
    });
  });

  it('names a missing parameter in an error with all four keys', async () => {
    const { post } = createRestCaller();

    const refused = await post('', {});

    expect(refused.body).toEqual({
      code: 20001,
      message: 'Missing required parameter FriendlyName in the post body',
      more_info: 'https://www.twilio.com/docs/errors/20001',
      status: 400,
    });
  });

  it('changes what an update names, keeps the rest, and clears a callback by an empty one', async () => {
    const { post, engine } = createRestCaller();
    const { sid } = engine.workspaces.create({
      friendlyName: 'Support',
      eventCallbackUrl: 'https://example.com',
    });

    const updated = await post(`/${sid}`, { EventCallbackUrl: '', PrioritizeQueueOrder: 'LIFO' });

    expect(updated.status).toBe(200);
    expect(updated.body).toMatchObject({
      friendly_name: 'Support',
      event_callback_url: null,
      prioritize_queue_order: 'LIFO',
    });
  });

  it('is listed by name, one page after the other', async () => {
    const { get, engine } = createRestCaller();
    for (const friendlyName of ['A', 'B', 'C']) engine.workspaces.create({ friendlyName });

    const byName = await get('?FriendlyName=B');
    const second = await get('?PageSize=2&Page=1');

    expect(rowsOf(byName, 'workspaces').map((row) => row['friendly_name'])).toEqual(['B']);
    expect(rowsOf(second, 'workspaces').map((row) => row['friendly_name'])).toEqual(['C']);
    expect(second.body['meta']).toMatchObject({
      key: 'workspaces',
      next_page_url: null,
      page: 1,
      page_size: 2,
    });
  });

  it('is gone after its deletion, with all that is below it', async () => {
    const { get, remove, engine } = createRestCaller();
    const { sid } = engine.workspaces.create({ friendlyName: 'Support' });

    const removed = await remove(`/${sid}`);

    expect(removed.status).toBe(204);
    expect((await get(`/${sid}`)).body).toMatchObject({ status: 404, code: 20404 });
    expect((await get(`/${sid}/Tasks`)).body).toMatchObject({ status: 404, code: 20404 });
  });

  it('refuses statistics loudly instead of taking them for a worker', async () => {
    const { get, engine } = createRestCaller();
    const { sid } = engine.workspaces.create({ friendlyName: 'Support' });

    const refused = await get(`/${sid}/Workers/Statistics`);

    expect(refused.status).toBe(501);
  });
});
