import { TaskSid } from '@patchbay/shared/contracts';
import { carryOut } from '../src/attempts/carryOut';
import { perform } from '../src/attempts/perform';
import { REPLAY_LEASE_MS } from '../src/endpoints/claimTransfer';
import { actionsOn, bodyOf } from './support/actions';
import { openScene, type OpenScene } from './support/openScene';
import { portsOf } from './support/ports';
import { accept, answerCall, attributesOf, liveAttributionTasks, workerSid } from './support/scene';
import { runUntilDeath } from './support/survive';

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

/** The agent who has the call hands it to a worker, as Flex does. */
const handOver = (to: string): unknown =>
  centre.local.engine.workspace(centre.sids.workspaceSid).transfers.start({
    taskSid: call.taskSid,
    reservationSid: call.reservationSid,
    workerSid: workerSid(centre, 'carol'),
    to: workerSid(centre, to),
    mode: 'WARM',
  });

async function acceptedByBob(): Promise<TaskSid> {
  const { taskSid } = bodyOf(await on.create());
  await accept(centre, taskSid, 'bob');
  await on.transfer(taskSid);
  return taskSid;
}

describe('a call that moved on', () => {
  it('can be transferred by whoever has it now; the old attempt is closed', async () => {
    const first = bodyOf(await on.create()).taskSid;
    handOver('sam');
    const reservationSid = await accept(centre, call.taskSid, 'sam');
    await original().reservations(call.reservationSid).update({ reservationStatus: 'wrapping' });

    const moved = actionsOn(centre, { ...call, reservationSid, agent: 'sam' });
    const second = bodyOf(await moved.create()).taskSid;

    expect(second).not.toBe(first);
    expect((await liveAttributionTasks(centre)).map(({ sid }) => sid)).toEqual([second]);
    expect(await recorded()).toMatchObject({ state: 'offered', reservationSid });
  });

  it('cannot be transferred by a second agent while the first still holds it', async () => {
    await on.create();
    handOver('sam');
    const reservationSid = await accept(centre, call.taskSid, 'sam');

    const other = actionsOn(centre, { ...call, reservationSid, agent: 'sam' });

    expect(await other.create()).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  it('cannot be taken from its holder by naming a reservation that is not accepted', async () => {
    await on.create();
    const stranger = await answerCall(centre, 'sam');

    const other = actionsOn(centre, { ...call, reservationSid: stranger.reservationSid, agent: 'sam' });

    expect(await other.create()).toMatchObject({ ok: false, code: 'reservation_not_held' });
    expect(await recorded()).toMatchObject({ state: 'offered', reservationSid: call.reservationSid });
  });
});

describe('an attempt that follows another', () => {
  it('finds what a crash left of the old one, and clears it away first', async () => {
    await acceptedByBob();
    // The end is recorded; then the process dies before it has done anything about it.
    expect(await runUntilDeath(centre, { at: 3, when: 'after' }, on.cancel)).toBe(true);
    expect(await recorded()).toMatchObject({ state: 'canceled', settled: false });

    const { taskSid } = bodyOf(await on.create());

    expect((await liveAttributionTasks(centre)).map(({ sid }) => sid)).toEqual([taskSid]);
    expect(await attributesOf(centre, call.taskSid)).not.toHaveProperty('transferTo');
  });

  it('is not touched by late events of the old one, whose task is closed', async () => {
    const before = await scene.stored();
    expect(before).toBeUndefined();
    const first = bodyOf(await on.create()).taskSid;
    await centre.local.clock.advance(1_000);
    const late = [...sink.events];
    await on.cancel();
    const second = bodyOf(await on.create()).taskSid;

    await sink.deliver((events) => [...late, ...events]);

    expect(await recorded()).toMatchObject({ state: 'offered', attributionTaskSid: second });
    expect((await liveAttributionTasks(centre)).map(({ sid }) => sid)).toEqual([second]);
    expect(second).not.toBe(first);
  });

  it('is not touched by a request that still means the old one', async () => {
    await on.create();
    const old = await scene.stored();
    await on.cancel();
    await on.create();

    expect(old && (await perform(portsOf(centre), old, { type: 'cancel' }))).toBeUndefined();

    expect(await recorded()).toMatchObject({ state: 'offered' });
  });

  it('keeps its mark when the old one is cleared away late', async () => {
    await acceptedByBob();
    const current = await recorded();
    if (current === undefined) throw new Error('nothing recorded');

    await carryOut(portsOf(centre), { ...current, id: 'an-older-attempt' }, { kind: 'clear_marker' });

    expect(await attributesOf(centre, call.taskSid)).toHaveProperty('transferTo');
  });

  it('of which nothing is recorded any more: an agent who accepts its task is set free', async () => {
    const task = await centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks.create({
      workflowSid: centre.env['ATTRIBUTION_WORKFLOW_SID'] ?? '',
      taskChannel: 'bpo_assortment',
      attributes: JSON.stringify({
        affiliation: 'BPO_B',
        attemptId: 'forgotten',
        originalTaskSid: call.taskSid,
      }),
    });
    await accept(centre, TaskSid.parse(task.sid), 'bob');

    await sink.deliver();

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });
});

describe('a claim that ran out', () => {
  const expire = () => centre.local.clock.advance(REPLAY_LEASE_MS + 1_000);

  it('with the call at B: it was transferred', async () => {
    await acceptedByBob();
    await on.claim('tab-number-1');
    handOver('bob');
    await accept(centre, call.taskSid, 'bob');
    await expire();

    expect(await on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'transferred' } } });
  });

  it('with the call on offer to B: it is under way', async () => {
    await acceptedByBob();
    await on.claim('tab-number-1');
    await expire();
    handOver('bob');
    await centre.local.clock.advance(10);

    expect(await on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'claimed' } } });
  });

  it('with A gone and another agent still on the call: it ended', async () => {
    await acceptedByBob();
    await on.claim('tab-number-1');
    handOver('sam');
    await accept(centre, call.taskSid, 'sam');
    await original().reservations(call.reservationSid).update({ reservationStatus: 'wrapping' });
    await expire();

    expect(await on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'call_ended' } } });
  });

  it('with the call nowhere: it ended', async () => {
    await acceptedByBob();
    await on.claim('tab-number-1');
    await original().update({ assignmentStatus: 'wrapping' });
    await original().update({ assignmentStatus: 'completed' });
    await expire();

    expect(await on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'call_ended' } } });
  });

  it('is left alone by the wrap-up of another agent on the call', async () => {
    await on.create();
    handOver('sam');
    const other = await accept(centre, call.taskSid, 'sam');
    await original().reservations(other).update({ reservationStatus: 'wrapping' });

    await sink.deliver();

    expect(await recorded()).toMatchObject({ state: 'offered' });
  });
});
