import { bodyOf } from './support/actions';
import { openScene, type OpenScene } from './support/openScene';
import { accept, attributesOf, liveAttributionTasks, workerSid } from './support/scene';

let scene: OpenScene;
let centre: OpenScene['centre'];
let call: OpenScene['call'];
let on: OpenScene['on'];

beforeEach(async () => {
  scene = await openScene();
  ({ centre, call, on } = scene);
});
afterEach(() => scene.close());

describe('without a single event', () => {
  it('A learns from the status that nobody answered', async () => {
    await on.create();
    await centre.local.clock.advance(125_000);

    expect(await on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'expired', open: false } },
    });
  });

  it('A asks for the transfer again after nobody answered: another agent is asked', async () => {
    const first = bodyOf(await on.create()).taskSid;
    await centre.local.clock.advance(125_000);

    const again = await on.create();

    expect(again).toMatchObject({ ok: true, status: 201, replayed: false });
    expect(bodyOf(again).taskSid).not.toBe(first);
    expect((await liveAttributionTasks(centre)).map(({ sid }) => sid)).toEqual([bodyOf(again).taskSid]);
  });

  it('A learns from the status that B has accepted and died', async () => {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    await centre.local.clock.advance(15_000);

    expect(await on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'accepted', receivingWorkerSid: workerSid(centre, 'bob') } },
    });
    expect(await attributesOf(centre, call.taskSid)).toHaveProperty('transferTo');
  });

  it('A learns from the status that somebody removed the task', async () => {
    const { taskSid } = bodyOf(await on.create());
    const tasks = centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks;
    await tasks(taskSid).update({ assignmentStatus: 'canceled', reason: 'by hand' });
    await centre.local.clock.advance(15_000);

    expect(await on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'failed', reason: 'attribution_task_removed' } },
    });
  });
});
