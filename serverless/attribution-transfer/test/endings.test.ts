import type { TaskSid } from '@patchbay/shared/contracts';
import { bodyOf } from './support/actions';
import { stageScene } from './support/openScene';
import { mortal } from './support/mortalApi';
import { portsOf } from './support/ports';
import { accept, attributesOf, decline, liveAttributionTasks } from './support/scene';
import { deaths, retry, runUntilDeath } from './support/survive';

const stage = stageScene();

async function offered(): Promise<TaskSid> {
  return bodyOf(await stage.on.create()).taskSid;
}

async function accepted(): Promise<TaskSid> {
  const taskSid = await offered();
  await accept(stage.centre, taskSid, 'bob');
  await stage.on.transfer(taskSid);
  return taskSid;
}

async function expectNothingLeft(): Promise<void> {
  expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  expect(await attributesOf(stage.centre, stage.call.taskSid)).not.toHaveProperty('transferTo');
  expect(await stage.recorded()).toMatchObject({ settled: true });
}

describe('cancelling', () => {
  it.each([
    ['while nobody has answered', offered],
    ['after B has accepted', accepted],
  ])('%s ends the attempt and leaves nothing behind', async (_when, prepare) => {
    await prepare();

    expect(await stage.on.cancel()).toMatchObject({ ok: true, body: { state: 'canceled' } });
    expect(await stage.on.cancel()).toMatchObject({ ok: true, body: { state: 'canceled' } });

    await expectNothingLeft();
  });

  it('while the attribution task is being created takes that task along', async () => {
    const cancelMeanwhile = portsOf(stage.centre, {}, (api) => async (request) => {
      const answer = await api(request);
      if (request.effect === 'create' && request.url.endsWith('/Tasks')) await stage.on.cancel();
      return answer;
    });

    expect(await stage.on.create(cancelMeanwhile)).toMatchObject({ ok: false, code: 'wrong_state' });

    expect(await stage.recorded()).toMatchObject({ state: 'canceled', settled: true });
    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });

  it('is refused once the replay is claimed', async () => {
    await accepted();
    await stage.on.claim('tab-number-1');

    expect(await stage.on.cancel()).toMatchObject({ ok: false, code: 'replay_claimed' });
  });

  const REQUESTS = 7;
  it('has as many await points as are tested here', async () => {
    await accepted();
    const life = mortal({ at: Infinity, when: 'before' });
    await stage.on.cancel(portsOf(stage.centre, {}, life.through));
    expect(life.requests()).toBe(REQUESTS);
  });

  it.each(deaths(REQUESTS))('is killed $when request $at: a retry leaves nothing behind', async (death) => {
    await accepted();
    expect(await runUntilDeath(stage.centre, death, stage.on.cancel)).toBe(true);

    expect(await retry(stage.centre, stage.on.cancel)).toMatchObject({
      ok: true,
      body: { state: 'canceled' },
    });

    await expectNothingLeft();
  });
});

describe('a replay', () => {
  it('whose page died is given to another page when the claim has run out and A still has the call', async () => {
    await accepted();
    const first = bodyOf(await stage.on.claim('tab-number-1'));
    expect(await stage.on.claim('tab-number-2')).toMatchObject({ ok: false, code: 'replay_claimed' });

    await stage.centre.local.clock.advance(first.leaseSeconds * 1000 + 1_000);
    const second = bodyOf(await stage.on.claim('tab-number-2'));

    expect(second.claimId).not.toBe(first.claimId);
    expect(await stage.on.report(first.claimId)).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await stage.on.report(second.claimId)).toMatchObject({ ok: true, body: { state: 'transferred' } });
  });

  it('asked for again by the same page is the same claim', async () => {
    await accepted();

    expect(bodyOf(await stage.on.claim('tab-number-1')).claimId).toBe(
      bodyOf(await stage.on.claim('tab-number-1')).claimId,
    );
  });

  it('is refused when A no longer holds the call, and the attempt ends', async () => {
    await accepted();
    await stage.original().reservations(stage.call.reservationSid).update({ reservationStatus: 'wrapping' });

    expect(await stage.on.claim('tab-number-1')).toMatchObject({ ok: false, code: 'reservation_not_held' });

    expect(await stage.recorded()).toMatchObject({ state: 'call_ended' });
    await expectNothingLeft();
  });

  it('that failed lets A transfer to the same queue again', async () => {
    await accepted();
    const { claimId } = bodyOf(await stage.on.claim('tab-number-1'));
    expect(await stage.on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'failed' } });
    expect(await stage.on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'failed' } });

    expect(await stage.on.create()).toMatchObject({ ok: true, status: 201 });
    expect(await liveAttributionTasks(stage.centre)).toHaveLength(1);
  });
});

describe('the end that events bring', () => {
  it('the caller hangs up: the attribution task goes', async () => {
    await accepted();
    await stage.original().update({ assignmentStatus: 'wrapping' });
    await stage.original().update({ assignmentStatus: 'completed' });

    await stage.sink.deliver();

    expect(await stage.recorded()).toMatchObject({ state: 'call_ended', settled: true });
    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });

  it.each([
    ['declined once', true, 'declined'],
    ['never answered', false, 'expired'],
  ])('%s until the workflow runs out: %s', async (_how, declines, state) => {
    const taskSid = await offered();
    if (declines) await decline(stage.centre, taskSid, 'bob');
    await stage.centre.local.clock.advance(125_000);

    await stage.sink.deliver();
    await stage.sink.deliver((events) => [...events, ...events]);

    expect(await stage.recorded()).toMatchObject({ state });
    expect(await stage.on.create()).toMatchObject({ ok: true, status: 201 });
  });

  it('no agent of the company exists: the configured fallback is told at once', async () => {
    await stage.on.create(portsOf(stage.centre), { affiliation: 'BPO_EMPTY' });

    await stage.sink.deliver();

    expect(await stage.on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'failed', reason: 'no_agent', fallback: 'plain_transfer' } },
    });
  });

  it('nothing ever comes: the attempt ends with its time', async () => {
    await accepted();
    await stage.centre.local.clock.advance(900_000);

    expect(await stage.on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'expired', open: false } },
    });
    await expectNothingLeft();
  });
});

describe('a click that comes late', () => {
  it('with the key of an attempt that has ended starts nothing new', async () => {
    const key = { idempotencyKey: 'click-number-1' };
    const first = await stage.on.create(portsOf(stage.centre), key);
    await stage.on.cancel();

    expect(await stage.on.create(portsOf(stage.centre), key)).toMatchObject({
      replayed: true,
      body: bodyOf(first),
    });

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });
});
