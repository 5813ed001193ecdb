import { TaskSid } from '@patchbay/shared/contracts';
import { carryOut } from '../src/attempts/carryOut';
import { perform } from '../src/attempts/perform';
import { REPLAY_LEASE_MS } from '../src/endpoints/claimTransfer';
import { actionsOn, bodyOf } from './support/actions';
import { stageScene } from './support/openScene';
import { portsOf } from './support/ports';
import { accept, answerCall, attributesOf, liveAttributionTasks, workerSid } from './support/scene';
import { runUntilDeath } from './support/survive';

const stage = stageScene();

/** The agent who has the call hands it to a worker, as Flex does. */
const handOver = (to: string): unknown =>
  stage.centre.local.engine.workspace(stage.centre.sids.workspaceSid).transfers.start({
    taskSid: stage.call.taskSid,
    reservationSid: stage.call.reservationSid,
    workerSid: workerSid(stage.centre, 'carol'),
    to: workerSid(stage.centre, to),
    mode: 'WARM',
  });

async function acceptedByBob(): Promise<TaskSid> {
  const { taskSid } = bodyOf(await stage.on.create());
  await accept(stage.centre, taskSid, 'bob');
  await stage.on.transfer(taskSid);
  return taskSid;
}

describe('a call that moved on', () => {
  it('can be transferred by whoever has it now; the old attempt is closed', async () => {
    const first = bodyOf(await stage.on.create()).taskSid;
    handOver('sam');
    const reservationSid = await accept(stage.centre, stage.call.taskSid, 'sam');
    await stage.original().reservations(stage.call.reservationSid).update({ reservationStatus: 'wrapping' });

    const moved = actionsOn(stage.centre, { ...stage.call, reservationSid, agent: 'sam' });
    const second = bodyOf(await moved.create()).taskSid;

    expect(second).not.toBe(first);
    expect((await liveAttributionTasks(stage.centre)).map(({ sid }) => sid)).toEqual([second]);
    expect(await stage.recorded()).toMatchObject({ state: 'offered', reservationSid });
  });

  it('cannot be transferred by a second agent while the first still holds it', async () => {
    await stage.on.create();
    handOver('sam');
    const reservationSid = await accept(stage.centre, stage.call.taskSid, 'sam');

    const other = actionsOn(stage.centre, { ...stage.call, reservationSid, agent: 'sam' });

    expect(await other.create()).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  it('cannot be taken from its holder by naming a reservation that is not accepted', async () => {
    await stage.on.create();
    const stranger = await answerCall(stage.centre, 'sam');

    const other = actionsOn(stage.centre, {
      ...stage.call,
      reservationSid: stranger.reservationSid,
      agent: 'sam',
    });

    expect(await other.create()).toMatchObject({ ok: false, code: 'reservation_not_held' });
    expect(await stage.recorded()).toMatchObject({
      state: 'offered',
      reservationSid: stage.call.reservationSid,
    });
  });
});

describe('an attempt that follows another', () => {
  it('finds what a crash left of the old one, and clears it away first', async () => {
    await acceptedByBob();
    // The end is recorded; then the process dies before it has done anything about it.
    expect(await runUntilDeath(stage.centre, { at: 3, when: 'after' }, stage.on.cancel)).toBe(true);
    expect(await stage.recorded()).toMatchObject({ state: 'canceled', settled: false });

    const { taskSid } = bodyOf(await stage.on.create());

    expect((await liveAttributionTasks(stage.centre)).map(({ sid }) => sid)).toEqual([taskSid]);
    expect(await attributesOf(stage.centre, stage.call.taskSid)).not.toHaveProperty('transferTo');
  });

  it('is not touched by late events of the old one, whose task is closed', async () => {
    const before = await stage.stored();
    expect(before).toBeUndefined();
    const first = bodyOf(await stage.on.create()).taskSid;
    await stage.centre.local.clock.advance(1_000);
    const late = [...stage.sink.events];
    await stage.on.cancel();
    const second = bodyOf(await stage.on.create()).taskSid;

    await stage.sink.deliver((events) => [...late, ...events]);

    expect(await stage.recorded()).toMatchObject({ state: 'offered', attributionTaskSid: second });
    expect((await liveAttributionTasks(stage.centre)).map(({ sid }) => sid)).toEqual([second]);
    expect(second).not.toBe(first);
  });

  it('is not touched by a request that still means the old one', async () => {
    await stage.on.create();
    const old = await stage.stored();
    await stage.on.cancel();
    await stage.on.create();

    expect(old && (await perform(portsOf(stage.centre), old, { type: 'cancel' }))).toBeUndefined();

    expect(await stage.recorded()).toMatchObject({ state: 'offered' });
  });

  it('keeps its mark when the old one is cleared away late', async () => {
    await acceptedByBob();
    const current = await stage.recorded();
    if (current === undefined) throw new Error('nothing recorded');

    await carryOut(portsOf(stage.centre), { ...current, id: 'an-older-attempt' }, { kind: 'clear_marker' });

    expect(await attributesOf(stage.centre, stage.call.taskSid)).toHaveProperty('transferTo');
  });

  it('of which nothing is recorded any more: an agent who accepts its task is set free', async () => {
    const task = await stage.centre.client.taskrouter.v1
      .workspaces(stage.centre.sids.workspaceSid)
      .tasks.create({
        workflowSid: stage.centre.env['ATTRIBUTION_WORKFLOW_SID'] ?? '',
        taskChannel: 'bpo_assortment',
        attributes: JSON.stringify({
          affiliation: 'BPO_B',
          attemptId: 'forgotten',
          originalTaskSid: stage.call.taskSid,
        }),
      });
    await accept(stage.centre, TaskSid.parse(task.sid), 'bob');

    await stage.sink.deliver();

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });
});

describe('a claim that ran out', () => {
  const expire = () => stage.centre.local.clock.advance(REPLAY_LEASE_MS + 1_000);

  it('with the call at B: it was transferred', async () => {
    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    handOver('bob');
    await accept(stage.centre, stage.call.taskSid, 'bob');
    await expire();

    expect(await stage.on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'transferred' } } });
  });

  it('with the call on offer to B: it is under way', async () => {
    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    await expire();
    handOver('bob');
    await stage.centre.local.clock.advance(10);

    expect(await stage.on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'claimed' } } });
  });

  it('with A gone and another agent still on the call: it ended', async () => {
    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    handOver('sam');
    await accept(stage.centre, stage.call.taskSid, 'sam');
    await stage.original().reservations(stage.call.reservationSid).update({ reservationStatus: 'wrapping' });
    await expire();

    expect(await stage.on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'call_ended' } } });
  });

  it('with the call nowhere: it ended', async () => {
    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    await stage.original().update({ assignmentStatus: 'wrapping' });
    await stage.original().update({ assignmentStatus: 'completed' });
    await expire();

    expect(await stage.on.status()).toMatchObject({ ok: true, body: { attempt: { state: 'call_ended' } } });
  });

  it('is left alone by the wrap-up of another agent on the call', async () => {
    await stage.on.create();
    handOver('sam');
    const other = await accept(stage.centre, stage.call.taskSid, 'sam');
    await stage.original().reservations(other).update({ reservationStatus: 'wrapping' });

    await stage.sink.deliver();

    expect(await stage.recorded()).toMatchObject({ state: 'offered' });
  });
});
