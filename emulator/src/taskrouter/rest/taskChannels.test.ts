import { createRestCaller, rowsOf } from '../../../test/restCaller';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  return { ...caller, path: `/${sid}/TaskChannels` };
}

describe('the TaskChannels resource', () => {
  it('has the channels of Flex from the start, under the key channels', async () => {
    const { get, path } = setUp();

    const channels = rowsOf(await get(path), 'channels');

    expect(channels.map((row) => row['unique_name']).toSorted()).toEqual([
      'chat',
      'default',
      'sms',
      'video',
      'voice',
    ]);
  });

  it('is created, updated and deleted, found by SID or unique name', async () => {
    const { get, post, remove, path } = setUp();

    const created = await post(path, { FriendlyName: 'E-mail', UniqueName: 'email' });
    const updated = await post(`${path}/email`, { ChannelOptimizedRouting: 'true' });
    const fetched = await get(`${path}/${String(created.body['sid'])}`);
    const removed = await remove(`${path}/email`);

    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ unique_name: 'email', channel_optimized_routing: false });
    expect(updated.body).toMatchObject({ friendly_name: 'E-mail', channel_optimized_routing: true });
    expect(fetched.body).toEqual(updated.body);
    expect(removed.status).toBe(204);
    expect((await get(`${path}/email`)).body).toMatchObject({ code: 20404 });
  });

  it('needs both names', async () => {
    const { post, path } = setUp();

    const refused = await post(path, { FriendlyName: 'E-mail' });

    expect(refused.body).toMatchObject({
      code: 20001,
      message: expect.stringContaining('UniqueName') as string,
    });
  });

  it.each(['e-mail', '1st', 'e mail', '', 'ünicode'])('refuses the unique name %j', async (UniqueName) => {
    const { post, path } = setUp();

    const refused = await post(path, { FriendlyName: 'E-mail', UniqueName });

    expect(refused).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  it.each(['e_mail', '$1', '_', 'Mail2'])('takes the unique name %s', async (UniqueName) => {
    const { post, path } = setUp();

    const created = await post(path, { FriendlyName: 'E-mail', UniqueName });

    expect(created).toMatchObject({ status: 201, body: { unique_name: UniqueName } });
  });
});
