import { bodyOf } from './support/actions';
import { stageScene } from './support/openScene';
import { accept, decline, liveAttributionTasks, route, workerSid } from './support/scene';

const stage = stageScene();

describe('a replay that is said to have failed', () => {
  const transferToBob = (mode: 'WARM' | 'COLD' = 'WARM') =>
    stage.centre.local.engine.workspace(stage.centre.sids.workspaceSid).transfers.start({
      taskSid: stage.call.taskSid,
      reservationSid: stage.call.reservationSid,
      workerSid: workerSid(stage.centre, 'carol'),
      to: workerSid(stage.centre, 'bob'),
      mode,
    });

  async function claimed(): Promise<string> {
    const { taskSid } = bodyOf(await stage.on.create());
    await accept(stage.centre, taskSid, 'bob');
    await stage.on.transfer(taskSid);
    return bodyOf(await stage.on.claim('tab-number-1')).claimId;
  }

  it('by the page, while Bob has the call: it was transferred', async () => {
    const claimId = await claimed();
    transferToBob();
    await accept(stage.centre, stage.call.taskSid, 'bob');

    expect(await stage.on.report(claimId, 'failed')).toMatchObject({
      ok: true,
      body: { state: 'transferred' },
    });

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
    expect(await stage.recorded()).toMatchObject({ settled: true });
  });

  it('by the page, while Bob is still being asked: his answer decides', async () => {
    const claimId = await claimed();
    transferToBob();
    await route(stage.centre);

    expect(await stage.on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'claimed' } });

    await accept(stage.centre, stage.call.taskSid, 'bob');
    await stage.sink.deliver();
    expect(await stage.recorded()).toMatchObject({ state: 'transferred' });
  });

  it('by the page, when the caller has hung up: the call has ended', async () => {
    const claimId = await claimed();
    await stage.original().update({ assignmentStatus: 'wrapping' });

    expect(await stage.on.report(claimId, 'failed')).toMatchObject({
      ok: true,
      body: { state: 'call_ended' },
    });
  });

  it('by TaskRouter, because Bob declined a COLD transfer: it failed, though the call goes on without Carol', async () => {
    await claimed();
    transferToBob('COLD');
    await stage.original().reservations(stage.call.reservationSid).update({ reservationStatus: 'wrapping' });
    await decline(stage.centre, stage.call.taskSid, 'bob');

    await stage.sink.deliver();

    expect(await stage.recorded()).toMatchObject({ state: 'failed', endReason: 'not_taken' });
  });
});
