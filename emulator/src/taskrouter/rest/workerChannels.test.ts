import { createRestCaller, rowsOf } from '../../../test/restCaller';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  const worker = caller.engine.workspace(sid).workers.create({ friendlyName: 'Ann' });
  return { ...caller, path: `/${sid}/Workers/${worker.sid}/Channels`, workers: `/${sid}/Workers` };
}

describe('the WorkerChannels resource', () => {
  it('has one per task channel', async () => {
    const { get, path } = setUp();

    const channels = rowsOf(await get(path), 'channels');

    expect(channels.map((row) => row['task_channel_unique_name'])).toContain('voice');
    expect(channels[0]).toMatchObject({
      assigned_tasks: 0,
      available_capacity_percentage: 100,
      available: true,
    });
  });

  it('is found by its SID and by the unique name of its task channel', async () => {
    const { get, path } = setUp();

    const byName = await get(`${path}/voice`);
    const bySid = await get(`${path}/${String(byName.body['sid'])}`);

    expect(bySid.body).toEqual(byName.body);
  });

  it('takes a capacity and an availability', async () => {
    const { post, path } = setUp();

    const updated = await post(`${path}/chat`, { Capacity: '3', Available: 'false' });

    expect(updated.body).toMatchObject({ configured_capacity: 3, available: false });
  });

  it('is 404 for an unknown channel or worker', async () => {
    const { get, path, workers } = setUp();

    const unknownChannel = await get(`${path}/fax`);
    const unknownWorker = await get(`${workers}/WK${'0'.repeat(32)}/Channels`);

    expect(unknownChannel.body).toMatchObject({ code: 20404 });
    expect(unknownWorker.body).toMatchObject({ code: 20404 });
  });
});
