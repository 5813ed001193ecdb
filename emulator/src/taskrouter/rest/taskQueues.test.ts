import { createRestCaller, rowsOf } from '../../../test/restCaller';
import type { Answer } from '../../../test/callProduct';

function setUp() {
  const caller = createRestCaller();
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  const workspace = caller.engine.workspace(sid);
  const worker = (friendlyName: string, attributes: object) =>
    workspace.workers.create({ friendlyName, attributes: JSON.stringify(attributes) });
  const queue = (friendlyName: string, targetWorkers: string) =>
    workspace.taskQueues.create({ friendlyName, targetWorkers });
  return { ...caller, workspace, worker, queue, path: `/${sid}/TaskQueues` };
}

const namesIn = (answer: Answer): readonly unknown[] =>
  rowsOf(answer, 'task_queues').map((row) => row['friendly_name']);

describe('the TaskQueues resource', () => {
  it('is created with Twilio’s defaults', async () => {
    const { post, path } = setUp();

    const created = await post(path, { FriendlyName: 'Everyone' });

    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      target_workers: '1==1',
      max_reserved_workers: 1,
      task_order: 'FIFO',
      assignment_activity_sid: null,
      reservation_activity_name: null,
    });
  });

  it('names the activities it was given', async () => {
    const { post, workspace, path } = setUp();
    const { sid } = workspace.activities.create({ friendlyName: 'Ringing' });

    const created = await post(path, {
      FriendlyName: 'Q',
      ReservationActivitySid: sid,
      MaxReservedWorkers: '5',
    });

    expect(created.body).toMatchObject({
      reservation_activity_sid: sid,
      reservation_activity_name: 'Ringing',
      max_reserved_workers: 5,
    });
  });

  it('refuses a target expression with a hyphen in a key, as the parser at Twilio does', async () => {
    const { post, path } = setUp();

    const refused = await post(path, { FriendlyName: 'Q', TargetWorkers: 'skill-level > 3' });

    expect(refused.body).toMatchObject({ status: 400, code: 20001 });
    expect(refused.body['message']).toContain("line 1:5 extraneous input '-' expecting OPERATOR");
  });

  it('is updated and deleted', async () => {
    const { post, remove, get, queue, path } = setUp();
    const { sid } = queue('Q', '1==1');

    const updated = await post(`${path}/${sid}`, { TargetWorkers: 'level > 3', TaskOrder: 'LIFO' });
    const removed = await remove(`${path}/${sid}`);

    expect(updated.body).toMatchObject({
      friendly_name: 'Q',
      target_workers: 'level > 3',
      task_order: 'LIFO',
    });
    expect(removed.status).toBe(204);
    expect((await get(`${path}/${sid}`)).status).toBe(404);
  });

  it('is listed by the worker it would take and by the attributes of its workers', async () => {
    const { get, worker, queue, path } = setUp();
    const ann = worker('Ann', { skills: ['sales'], level: 5 });
    worker('Bob', { skills: ['support'], level: 1 });
    queue('Sales', "skills HAS 'sales'");
    queue('Support', "skills HAS 'support'");

    const byWorker = await get(`${path}?WorkerSid=${ann.sid}`);
    const byAttributes = await get(`${path}?EvaluateWorkerAttributes=${encodeURIComponent('level < 3')}`);
    const ordered = await get(`${path}?Ordering=FriendlyName:desc`);

    expect(namesIn(byWorker)).toEqual(['Sales']);
    expect(namesIn(byAttributes)).toEqual(['Support']);
    expect(namesIn(ordered)).toEqual(['Support', 'Sales']);
  });

  it('allows three evaluations of attributes per second', async () => {
    const { get, clock, path } = setUp();
    const list = () => get(`${path}?EvaluateWorkerAttributes=1==1`);

    const answers = [await list(), await list(), await list(), await list()];
    await clock.advance(1000);
    const later = await list();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[2]?.headers['X-Rate-Limit-Remaining']).toBe('0');
    expect(answers[3]?.body).toMatchObject({ code: 20429 });
    expect(later.status).toBe(200);
  });
});
