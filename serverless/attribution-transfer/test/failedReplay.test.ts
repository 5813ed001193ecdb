import { bodyOf } from './support/actions';
import { openScene, type OpenScene } from './support/openScene';
import { accept, decline, liveAttributionTasks, route, workerSid } from './support/scene';

let scene: OpenScene;
let centre: OpenScene['centre'];
let sink: OpenScene['sink'];
let call: OpenScene['call'];
let on: OpenScene['on'];

beforeEach(async () => {
  scene = await openScene();
  ({ centre, sink, call, on } = scene);
});
afterEach(() => scene.close());

const recorded = async () => (await scene.stored())?.value;
const original = () => centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks(call.taskSid);

describe('a replay that is said to have failed', () => {
  const transferToBob = (mode: 'WARM' | 'COLD' = 'WARM') =>
    centre.local.engine.workspace(centre.sids.workspaceSid).transfers.start({
      taskSid: call.taskSid,
      reservationSid: call.reservationSid,
      workerSid: workerSid(centre, 'carol'),
      to: workerSid(centre, 'bob'),
      mode,
    });

  async function claimed(): Promise<string> {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    await on.transfer(taskSid);
    return bodyOf(await on.claim('tab-number-1')).claimId;
  }

  it('by the page, while Bob has the call: it was transferred', async () => {
    const claimId = await claimed();
    transferToBob();
    await accept(centre, call.taskSid, 'bob');

    expect(await on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'transferred' } });

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
    expect(await recorded()).toMatchObject({ settled: true });
  });

  it('by the page, while Bob is still being asked: his answer decides', async () => {
    const claimId = await claimed();
    transferToBob();
    await route(centre);

    expect(await on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'claimed' } });

    await accept(centre, call.taskSid, 'bob');
    await sink.deliver();
    expect(await recorded()).toMatchObject({ state: 'transferred' });
  });

  it('by the page, when the caller has hung up: the call has ended', async () => {
    const claimId = await claimed();
    await original().update({ assignmentStatus: 'wrapping' });

    expect(await on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'call_ended' } });
  });

  it('by TaskRouter, because Bob declined a COLD transfer: it failed, though the call goes on without Carol', async () => {
    await claimed();
    transferToBob('COLD');
    await original().reservations(call.reservationSid).update({ reservationStatus: 'wrapping' });
    await decline(centre, call.taskSid, 'bob');

    await sink.deliver();

    expect(await recorded()).toMatchObject({ state: 'failed', endReason: 'not_taken' });
  });
});
