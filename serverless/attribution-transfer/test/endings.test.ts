import type { TaskSid } from '@patchbay/shared/contracts';
import { bodyOf } from './support/actions';
import { openScene, type OpenScene } from './support/openScene';
import { mortal } from './support/mortalApi';
import { portsOf } from './support/ports';
import { accept, attributesOf, decline, liveAttributionTasks } from './support/scene';
import { deaths, retry, runUntilDeath } from './support/survive';

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

async function offered(): Promise<TaskSid> {
  return bodyOf(await on.create()).taskSid;
}

async function accepted(): Promise<TaskSid> {
  const taskSid = await offered();
  await accept(centre, taskSid, 'bob');
  await on.transfer(taskSid);
  return taskSid;
}

async function expectNothingLeft(): Promise<void> {
  expect(await liveAttributionTasks(centre)).toHaveLength(0);
  expect(await attributesOf(centre, call.taskSid)).not.toHaveProperty('transferTo');
  expect(await recorded()).toMatchObject({ settled: true });
}

describe('cancelling', () => {
  it.each([
    ['while nobody has answered', offered],
    ['after B has accepted', accepted],
  ])('%s ends the attempt and leaves nothing behind', async (_when, prepare) => {
    await prepare();

    expect(await on.cancel()).toMatchObject({ ok: true, body: { state: 'canceled' } });
    expect(await on.cancel()).toMatchObject({ ok: true, body: { state: 'canceled' } });

    await expectNothingLeft();
  });

  it('while the attribution task is being created takes that task along', async () => {
    const cancelMeanwhile = portsOf(centre, {}, (api) => async (request) => {
      const answer = await api(request);
      if (request.effect === 'create' && request.url.endsWith('/Tasks')) await on.cancel();
      return answer;
    });

    expect(await on.create(cancelMeanwhile)).toMatchObject({ ok: false, code: 'wrong_state' });

    expect(await recorded()).toMatchObject({ state: 'canceled', settled: true });
    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });

  it('is refused once the replay is claimed', async () => {
    await accepted();
    await on.claim('tab-number-1');

    expect(await on.cancel()).toMatchObject({ ok: false, code: 'replay_claimed' });
  });

  const REQUESTS = 7;
  it('has as many await points as are tested here', async () => {
    await accepted();
    const life = mortal({ at: Infinity, when: 'before' });
    await on.cancel(portsOf(centre, {}, life.through));
    expect(life.requests()).toBe(REQUESTS);
  });

  it.each(deaths(REQUESTS))('is killed $when request $at: a retry leaves nothing behind', async (death) => {
    await accepted();
    expect(await runUntilDeath(centre, death, on.cancel)).toBe(true);

    expect(await retry(centre, on.cancel)).toMatchObject({ ok: true, body: { state: 'canceled' } });

    await expectNothingLeft();
  });
});

describe('a replay', () => {
  it('whose page died is given to another page when the claim has run out and A still has the call', async () => {
    await accepted();
    const first = bodyOf(await on.claim('tab-number-1'));
    expect(await on.claim('tab-number-2')).toMatchObject({ ok: false, code: 'replay_claimed' });

    await centre.local.clock.advance(first.leaseSeconds * 1000 + 1_000);
    const second = bodyOf(await on.claim('tab-number-2'));

    expect(second.claimId).not.toBe(first.claimId);
    expect(await on.report(first.claimId)).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await on.report(second.claimId)).toMatchObject({ ok: true, body: { state: 'transferred' } });
  });

  it('asked for again by the same page is the same claim', async () => {
    await accepted();

    expect(bodyOf(await on.claim('tab-number-1')).claimId).toBe(
      bodyOf(await on.claim('tab-number-1')).claimId,
    );
  });

  it('is refused when A no longer holds the call, and the attempt ends', async () => {
    await accepted();
    await original().reservations(call.reservationSid).update({ reservationStatus: 'wrapping' });

    expect(await on.claim('tab-number-1')).toMatchObject({ ok: false, code: 'reservation_not_held' });

    expect(await recorded()).toMatchObject({ state: 'call_ended' });
    await expectNothingLeft();
  });

  it('that failed lets A transfer to the same queue again', async () => {
    await accepted();
    const { claimId } = bodyOf(await on.claim('tab-number-1'));
    expect(await on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'failed' } });
    expect(await on.report(claimId, 'failed')).toMatchObject({ ok: true, body: { state: 'failed' } });

    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });
});

describe('the end that events bring', () => {
  it('the caller hangs up: the attribution task goes', async () => {
    await accepted();
    await original().update({ assignmentStatus: 'wrapping' });
    await original().update({ assignmentStatus: 'completed' });

    await sink.deliver();

    expect(await recorded()).toMatchObject({ state: 'call_ended', settled: true });
    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });

  it.each([
    ['declined once', true, 'declined'],
    ['never answered', false, 'expired'],
  ])('%s until the workflow runs out: %s', async (_how, declines, state) => {
    const taskSid = await offered();
    if (declines) await decline(centre, taskSid, 'bob');
    await centre.local.clock.advance(125_000);

    await sink.deliver();
    await sink.deliver((events) => [...events, ...events]);

    expect(await recorded()).toMatchObject({ state });
    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
  });

  it('no agent of the company exists: the configured fallback is told at once', async () => {
    await on.create(portsOf(centre), { affiliation: 'BPO_EMPTY' });

    await sink.deliver();

    expect(await on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'failed', reason: 'no_agent', fallback: 'plain_transfer' } },
    });
  });

  it('nothing ever comes: the attempt ends with its time', async () => {
    await accepted();
    await centre.local.clock.advance(900_000);

    expect(await on.status()).toMatchObject({
      ok: true,
      body: { attempt: { state: 'expired', open: false } },
    });
    await expectNothingLeft();
  });
});

describe('a click that comes late', () => {
  it('with the key of an attempt that has ended starts nothing new', async () => {
    const key = { idempotencyKey: 'click-number-1' };
    const first = await on.create(portsOf(centre), key);
    await on.cancel();

    expect(await on.create(portsOf(centre), key)).toMatchObject({ replayed: true, body: bodyOf(first) });

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });
});
