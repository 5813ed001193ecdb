import { UpstreamError, type TwilioApi } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { actionsOn, bodyOf } from './support/actions';
import { gateBefore } from './support/gate';
import { stageScene } from './support/openScene';
import { portsOf } from './support/ports';
import { accept, answerCall, attributesOf, decline, liveAttributionTasks, workerSid } from './support/scene';

const stage = stageScene();

const mark = async () => (await attributesOf(stage.centre, stage.call.taskSid))['transferTo'];
const engine = () => stage.centre.local.engine.workspace(stage.centre.sids.workspaceSid);

async function acceptedByBob(actions = stage.on): Promise<TaskSid> {
  const { taskSid } = bodyOf(await actions.create());
  await accept(stage.centre, taskSid, 'bob');
  await actions.transfer(taskSid);
  return taskSid;
}

/** A's page carries out what it has claimed. */
const replay = (from = stage.call.reservationSid, by = 'carol', to = 'bob'): unknown =>
  engine().transfers.start({
    taskSid: stage.call.taskSid,
    reservationSid: from,
    workerSid: workerSid(stage.centre, by),
    to: workerSid(stage.centre, to),
    mode: 'WARM',
  });

/** A process that is about to look at the call when something else happens. */
const beforeReadingTheCall = () =>
  gateBefore(({ method, url }) => method === 'get' && url.endsWith(stage.call.taskSid));

describe('a mark that is about to be placed when the attempt ends', () => {
  it('by a status request: is not placed any more', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await stage.on.claim('tab-number-1'));
    const gate = beforeReadingTheCall();
    const poll = stage.on.status(portsOf(stage.centre, {}, gate.through));
    await gate.reached;

    bodyOf(await stage.on.report(claimId));
    gate.open();

    expect(await poll).toMatchObject({ ok: true, body: { attempt: { state: 'transferred' } } });
    expect(await mark()).toBeUndefined();
  });

  it('by B’s page: is not placed any more, and B is told', async () => {
    const { taskSid } = bodyOf(await stage.on.create());
    await accept(stage.centre, taskSid, 'bob');
    const gate = beforeReadingTheCall();
    const marking = stage.on.transfer(taskSid, portsOf(stage.centre, {}, gate.through));
    await gate.reached;

    bodyOf(await stage.on.cancel());
    gate.open();

    expect(await marking).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await mark()).toBeUndefined();
  });

  it('after it was read: the conditional write comes too late', async () => {
    const { taskSid } = bodyOf(await stage.on.create());
    await accept(stage.centre, taskSid, 'bob');
    const gate = gateBefore(({ ifMatch, url }) => ifMatch !== undefined && url.endsWith(stage.call.taskSid));
    const marking = stage.on.transfer(taskSid, portsOf(stage.centre, {}, gate.through));
    await gate.reached;

    bodyOf(await stage.on.cancel());
    gate.open();

    expect(await marking).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await mark()).toBeUndefined();
  });

  it('does not keep the next attempt from its mark', async () => {
    await acceptedByBob();
    await stage.on.cancel();

    await acceptedByBob();

    expect(await mark()).toBe(workerSid(stage.centre, 'bob'));
  });
});

describe('late events of an earlier transfer of the same call', () => {
  it('that it failed do not end the attempt that follows', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await stage.on.claim('tab-number-1'));
    replay();
    await decline(stage.centre, stage.call.taskSid, 'bob');
    await stage.on.report(claimId, 'failed');
    await stage.centre.local.clock.advance(5_000);
    const late = stage.sink.events.splice(0);

    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    replay();
    await stage.sink.deliver((events) => [...late, ...events]);

    expect(await stage.recorded()).toMatchObject({ state: 'claimed' });
  });

  it('that it succeeded do not end the attempt that follows', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await stage.on.claim('tab-number-1'));
    replay();
    const bobs = await accept(stage.centre, stage.call.taskSid, 'bob');
    await stage.on.report(claimId);
    engine().reservations.update(stage.call.reservationSid, { reservationStatus: 'wrapping' });
    engine().reservations.update(stage.call.reservationSid, { reservationStatus: 'completed' });
    await stage.centre.local.clock.advance(5_000);
    const late = stage.sink.events.splice(0);
    replay(bobs, 'bob', 'carol');
    const back = await accept(stage.centre, stage.call.taskSid, 'carol');
    engine().reservations.update(bobs, { reservationStatus: 'completed' });

    await acceptedByBob(actionsOn(stage.centre, { ...stage.call, reservationSid: back }));
    await stage.sink.deliver((events) => [...late, ...events]);

    expect(await stage.recorded()).toMatchObject({ state: 'accepted', reservationSid: back });
  });
});

describe('an attempt that is canceled', () => {
  /** Twilio creates the task, the answer is lost, and lists do not show it yet. */
  const lossyAndLagging = (api: TwilioApi): TwilioApi => {
    let lost = false;
    return async (request) => {
      const answer = await api(request);
      if (request.effect === 'create' && request.url.endsWith('/Tasks')) {
        lost = true;
        throw new UpstreamError({ reason: 'broken', outcome: 'ambiguous', retryable: false });
      }
      return lost && request.url.includes('EvaluateTaskAttributes')
        ? { ...answer, body: { ...answer.body, tasks: [] } }
        : answer;
    };
  };

  it('before anybody knows whether its task exists keeps being looked after', async () => {
    const lagging = portsOf(stage.centre, {}, lossyAndLagging);
    expect(await stage.on.create(lagging)).toMatchObject({ code: 'twilio_unavailable' });
    await stage.on.cancel(lagging);
    expect(await stage.recorded()).toMatchObject({ state: 'canceled', settled: false });
    await stage.centre.local.clock.advance(10_000);

    await stage.on.status();

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
    expect(await stage.recorded()).toMatchObject({ settled: true });
  });

  it('while its task is being created lets no other begin before that is over', async () => {
    const gate = gateBefore(({ effect }) => effect === 'create');
    const creating = stage.on.create(
      portsOf(stage.centre, {}, (api) => {
        const gated = gate.through(api);
        return (request) => (request.url.endsWith('/Tasks') ? gated(request) : api(request));
      }),
    );
    await gate.reached;
    await stage.on.cancel();

    expect(await stage.on.create()).toMatchObject({ ok: false, code: 'in_flight' });

    gate.open();
    expect(await creating).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await stage.on.create()).toMatchObject({ ok: true, status: 201 });
    expect(await liveAttributionTasks(stage.centre)).toHaveLength(1);
  });
});

describe('the agent who transfers', () => {
  it('is not offered the attribution task, even as an agent of the company', async () => {
    const own = await answerCall(stage.centre, 'bob');
    const { taskSid } = bodyOf(await actionsOn(stage.centre, own).create());
    await stage.centre.local.clock.advance(10);

    const offers = await stage.centre.client.taskrouter.v1
      .workspaces(stage.centre.sids.workspaceSid)
      .tasks(taskSid)
      .reservations.list();

    expect(offers).toEqual([]);
  });
});

describe('a call that has arrived at B', () => {
  it('can be transferred on at once, before anybody has said that it arrived', async () => {
    await acceptedByBob();
    await stage.on.claim('tab-number-1');
    replay();
    const reservationSid = await accept(stage.centre, stage.call.taskSid, 'bob');
    engine().reservations.update(stage.call.reservationSid, { reservationStatus: 'wrapping' });
    const first = await stage.recorded();

    const again = actionsOn(stage.centre, { ...stage.call, reservationSid, agent: 'bob' });
    expect(await again.create(portsOf(stage.centre), { affiliation: 'BPO_C' })).toMatchObject({
      status: 201,
    });

    expect(first).toMatchObject({ state: 'claimed' });
    expect(await stage.recorded()).toMatchObject({ state: 'offered', reservationSid });
    expect(await mark()).toBeUndefined();
  });
});
