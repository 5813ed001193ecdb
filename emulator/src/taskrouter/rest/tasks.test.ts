import { createContactCentre } from '../../../test/contactCentre';

describe('the Tasks resource', () => {
  it('answers a create with the pending task, before it is routed', async () => {
    const { post, path, workflow } = createContactCentre({ workers: ['Ann'] });

    const created = await post(`${path}/Tasks`, {
      WorkflowSid: workflow.sid,
      Attributes: '{"type": "call"}',
      Priority: '5',
      Timeout: '60',
      TaskChannel: 'voice',
    });

    expect(created.status).toBe(201);
    expect(created.headers['ETag']).toBe('"0"');
    expect(created.body).toMatchObject({
      assignment_status: 'pending',
      attributes: '{"type": "call"}',
      priority: 5,
      timeout: 60,
      task_channel_unique_name: 'voice',
      workflow_friendly_name: 'Inbound',
      age: 0,
      addons: '{}',
      ignore_capacity: false,
    });
  });

  it('shows what the engine did since, under a higher version', async () => {
    const { get, post, clock, path } = createContactCentre({ workers: ['Ann'] });
    const { body } = await post(`${path}/Tasks`, {});
    await clock.advance(2500);

    const fetched = await get(`${path}/Tasks/${String(body['sid'])}`);

    expect(fetched.body).toMatchObject({
      assignment_status: 'reserved',
      task_queue_friendly_name: 'Everyone',
      age: 2,
    });
    expect(Number(fetched.headers['ETag']?.replaceAll('"', ''))).toBeGreaterThan(0);
  });

  it('needs to be told its workflow when there are two', async () => {
    const { post, workspace, workflow, path } = createContactCentre();
    workspace.workflows.create({ friendlyName: 'Second', configuration: workflow.configuration });

    const refused = await post(`${path}/Tasks`, {});

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
    expect(refused.body['message']).toContain('WorkflowSid');
  });

  it.each([
    ['attributes that are no object', { Attributes: '"x"' }],
    ['attributes of more than 4,096 characters', { Attributes: JSON.stringify({ note: 'x'.repeat(4096) }) }],
    ['a timeout beyond 14 days', { Timeout: '1209601' }],
    ['a start in the future', { VirtualStartTime: '2030-01-01T00:00:00Z' }],
    ['a priority that is no number', { Priority: 'high' }],
    ['an unknown channel', { TaskChannel: 'fax' }],
    ['an unknown workflow', { WorkflowSid: `WW${'0'.repeat(32)}` }],
  ])('refuses %s', async (_, form) => {
    const { post, path, workspace } = createContactCentre();

    const refused = await post(`${path}/Tasks`, form);

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
    expect(workspace.tasks.list()).toEqual([]);
  });

  it('is written under If-Match only while nobody else wrote, the engine included', async () => {
    const { get, post, clock, path } = createContactCentre({ workers: ['Ann'] });
    const { body, headers } = await post(`${path}/Tasks`, { Attributes: '{"n":1}' });
    const instance = `${path}/Tasks/${String(body['sid'])}`;
    await clock.advance(0);

    const stale = await post(instance, { Attributes: '{"n":2}' }, headers['ETag']);
    const fresh = await post(instance, { Attributes: '{"n":3}' }, (await get(instance)).headers['ETag']);

    expect(stale.body).toMatchObject({ status: 412, code: 20412 });
    expect(fresh.body['attributes']).toBe('{"n":3}');
  });

  it('is canceled with a reason once, and gone after five minutes', async () => {
    const { get, post, clock, path } = createContactCentre();
    const { body } = await post(`${path}/Tasks`, {});
    const instance = `${path}/Tasks/${String(body['sid'])}`;
    const cancel = { AssignmentStatus: 'canceled', Reason: 'hung up' };

    const canceled = await post(instance, cancel);
    const again = await post(instance, cancel);
    await clock.advance(299_000);
    const before = await get(instance);
    await clock.advance(1_000);
    const after = await get(instance);

    expect(canceled.body).toMatchObject({ assignment_status: 'canceled', reason: 'hung up' });
    expect(again.body).toMatchObject({ status: 400, code: 20001 });
    expect(before.status).toBe(200);
    expect(after.body).toMatchObject({ status: 404, code: 20404 });
  });

  it('is not completed before it is assigned', async () => {
    const { post, path } = createContactCentre();
    const { body } = await post(`${path}/Tasks`, {});

    const refused = await post(`${path}/Tasks/${String(body['sid'])}`, { AssignmentStatus: 'completed' });

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
    expect(refused.body['message']).toContain('not currently assigned');
  });

  it('stays on its channel', async () => {
    const { post, path } = createContactCentre();
    const { body } = await post(`${path}/Tasks`, { TaskChannel: 'voice' });
    const instance = `${path}/Tasks/${String(body['sid'])}`;

    const same = await post(instance, { TaskChannel: 'voice', Priority: '1' });
    const other = await post(instance, { TaskChannel: 'chat' });

    expect(same.status).toBe(200);
    expect(other.body).toMatchObject({ code: 20001 });
  });

  it('is deleted under If-Match', async () => {
    const { post, remove, path } = createContactCentre();
    const { body } = await post(`${path}/Tasks`, {});
    const instance = `${path}/Tasks/${String(body['sid'])}`;

    const stale = await remove(instance, '"99"');
    const removed = await remove(instance);
    const again = await remove(instance);

    expect([stale.status, removed.status, again.status]).toEqual([412, 204, 404]);
  });
});
