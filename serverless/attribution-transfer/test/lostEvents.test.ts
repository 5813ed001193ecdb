import { bodyOf } from './support/actions';
import { stageScene } from './support/openScene';
import { accept, attributesOf, liveAttributionTasks, workerSid } from './support/scene';

const stage = stageScene();

describe('without a single event', () => {
  it('A learns from the status that nobody answered', async () => {
    await stage.on.create();
    await stage.centre.local.clock.advance(125_000);

    expect(await stage.on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'expired', open: false } },
    });
  });

  it('A asks for the transfer again after nobody answered: another agent is asked', async () => {
    const first = bodyOf(await stage.on.create()).taskSid;
    await stage.centre.local.clock.advance(125_000);

    const again = await stage.on.create();

    expect(again).toMatchObject({ ok: true, status: 201, replayed: false });
    expect(bodyOf(again).taskSid).not.toBe(first);
    expect((await liveAttributionTasks(stage.centre)).map(({ sid }) => sid)).toEqual([bodyOf(again).taskSid]);
  });

  it('A learns from the status that B has accepted and died', async () => {
    const { taskSid } = bodyOf(await stage.on.create());
    await accept(stage.centre, taskSid, 'bob');
    await stage.centre.local.clock.advance(15_000);

    expect(await stage.on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'accepted', receivingWorkerSid: workerSid(stage.centre, 'bob') } },
    });
    expect(await attributesOf(stage.centre, stage.call.taskSid)).toHaveProperty('transferTo');
  });

  it('A learns from the status that somebody removed the task', async () => {
    const { taskSid } = bodyOf(await stage.on.create());
    const tasks = stage.centre.client.taskrouter.v1.workspaces(stage.centre.sids.workspaceSid).tasks;
    await tasks(taskSid).update({ assignmentStatus: 'canceled', reason: 'by hand' });
    await stage.centre.local.clock.advance(15_000);

    expect(await stage.on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'failed', reason: 'attribution_task_removed' } },
    });
  });
});
