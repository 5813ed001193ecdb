import { createRestCaller, rowsOf } from '../../../test/restCaller';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  return { ...caller, path: `/${sid}/Activities` };
}

describe('the Activities resource', () => {
  it('is unavailable unless created available', async () => {
    const { post, path } = setUp();

    const lunch = await post(path, { FriendlyName: 'Lunch' });
    const phone = await post(path, { FriendlyName: 'Phone', Available: 'true' });

    expect(lunch.status).toBe(201);
    expect(lunch.body['available']).toBe(false);
    expect(phone.body['available']).toBe(true);
  });

  it('keeps its availability: an update that names another is answered 200', async () => {
    const { post, path } = setUp();
    const { body } = await post(path, { FriendlyName: 'Lunch' });

    const updated = await post(`${path}/${String(body['sid'])}`, {
      FriendlyName: 'Dinner',
      Available: 'true',
    });

    expect(updated.status).toBe(200);
    expect(updated.body).toMatchObject({ friendly_name: 'Dinner', available: false });
  });

  it('is listed by name and availability', async () => {
    const { get, path } = setUp();

    const available = rowsOf(await get(`${path}?Available=true`), 'activities');
    const offline = rowsOf(await get(`${path}?FriendlyName=Offline`), 'activities');

    expect(available.map((row) => row['friendly_name'])).toEqual(['Available']);
    expect(offline).toHaveLength(1);
  });

  it('is fetched, deleted, and then gone', async () => {
    const { get, post, remove, path } = setUp();
    const { body } = await post(path, { FriendlyName: 'Lunch' });
    const instance = `${path}/${String(body['sid'])}`;

    const fetched = await get(instance);
    const removed = await remove(instance);

    expect(fetched.body).toEqual(body);
    expect(removed.status).toBe(204);
    expect((await get(instance)).body).toMatchObject({ code: 20404 });
  });

  it('belongs to its workspace only', async () => {
    const { get, engine, path } = setUp();
    const other = engine.workspaces.create({ friendlyName: 'Other' });

    const foreign = await get(`${path}/${other.defaultActivitySid}`);

    expect(foreign.body).toMatchObject({ status: 404, code: 20404 });
  });
});
