import { UpstreamError, type TwilioApi } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { actionsOn, bodyOf } from './support/actions';
import { gateBefore } from './support/gate';
import { openScene, type OpenScene } from './support/openScene';
import { portsOf } from './support/ports';
import { accept, answerCall, attributesOf, decline, liveAttributionTasks, workerSid } from './support/scene';

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
const mark = async () => (await attributesOf(centre, call.taskSid))['transferTo'];
const engine = () => centre.local.engine.workspace(centre.sids.workspaceSid);

async function acceptedByBob(actions = on): Promise<TaskSid> {
  const { taskSid } = bodyOf(await actions.create());
  await accept(centre, taskSid, 'bob');
  await actions.transfer(taskSid);
  return taskSid;
}

/** A's page carries out what it has claimed. */
const replay = (from = call.reservationSid, by = 'carol', to = 'bob'): unknown =>
  engine().transfers.start({
    taskSid: call.taskSid,
    reservationSid: from,
    workerSid: workerSid(centre, by),
    to: workerSid(centre, to),
    mode: 'WARM',
  });

/** A process that is about to look at the call when something else happens. */
const beforeReadingTheCall = () =>
  gateBefore(({ method, url }) => method === 'get' && url.endsWith(call.taskSid));

describe('a mark that is about to be placed when the attempt ends', () => {
  it('by a status request: is not placed any more', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await on.claim('tab-number-1'));
    const gate = beforeReadingTheCall();
    const poll = on.status(portsOf(centre, {}, gate.through));
    await gate.reached;

    bodyOf(await on.report(claimId));
    gate.open();

    expect(await poll).toMatchObject({ ok: true, body: { attempt: { state: 'transferred' } } });
    expect(await mark()).toBeUndefined();
  });

  it('by B’s page: is not placed any more, and B is told', async () => {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    const gate = beforeReadingTheCall();
    const marking = on.transfer(taskSid, portsOf(centre, {}, gate.through));
    await gate.reached;

    bodyOf(await on.cancel());
    gate.open();

    expect(await marking).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await mark()).toBeUndefined();
  });

  it('after it was read: the conditional write comes too late', async () => {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    const gate = gateBefore(({ ifMatch, url }) => ifMatch !== undefined && url.endsWith(call.taskSid));
    const marking = on.transfer(taskSid, portsOf(centre, {}, gate.through));
    await gate.reached;

    bodyOf(await on.cancel());
    gate.open();

    expect(await marking).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await mark()).toBeUndefined();
  });

  it('does not keep the next attempt from its mark', async () => {
    await acceptedByBob();
    await on.cancel();

    await acceptedByBob();

    expect(await mark()).toBe(workerSid(centre, 'bob'));
  });
});

describe('late events of an earlier transfer of the same call', () => {
  it('that it failed do not end the attempt that follows', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await on.claim('tab-number-1'));
    replay();
    await decline(centre, call.taskSid, 'bob');
    await on.report(claimId, 'failed');
    await centre.local.clock.advance(5_000);
    const late = sink.events.splice(0);

    await acceptedByBob();
    await on.claim('tab-number-1');
    replay();
    await sink.deliver((events) => [...late, ...events]);

    expect(await recorded()).toMatchObject({ state: 'claimed' });
  });

  it('that it succeeded do not end the attempt that follows', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await on.claim('tab-number-1'));
    replay();
    const bobs = await accept(centre, call.taskSid, 'bob');
    await on.report(claimId);
    engine().reservations.update(call.reservationSid, { reservationStatus: 'wrapping' });
    engine().reservations.update(call.reservationSid, { reservationStatus: 'completed' });
    await centre.local.clock.advance(5_000);
    const late = sink.events.splice(0);
    replay(bobs, 'bob', 'carol');
    const back = await accept(centre, call.taskSid, 'carol');
    engine().reservations.update(bobs, { reservationStatus: 'completed' });

    await acceptedByBob(actionsOn(centre, { ...call, reservationSid: back }));
    await sink.deliver((events) => [...late, ...events]);

    expect(await recorded()).toMatchObject({ state: 'accepted', reservationSid: back });
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
    const lagging = portsOf(centre, {}, lossyAndLagging);
    expect(await on.create(lagging)).toMatchObject({ code: 'twilio_unavailable' });
    await on.cancel(lagging);
    expect(await recorded()).toMatchObject({ state: 'canceled', settled: false });
    await centre.local.clock.advance(10_000);

    await on.status();

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
    expect(await recorded()).toMatchObject({ settled: true });
  });

  it('while its task is being created lets no other begin before that is over', async () => {
    const gate = gateBefore(({ effect }) => effect === 'create');
    const creating = on.create(
      portsOf(centre, {}, (api) => {
        const gated = gate.through(api);
        return (request) => (request.url.endsWith('/Tasks') ? gated(request) : api(request));
      }),
    );
    await gate.reached;
    await on.cancel();

    expect(await on.create()).toMatchObject({ ok: false, code: 'in_flight' });

    gate.open();
    expect(await creating).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });
});

describe('the agent who transfers', () => {
  it('is not offered the attribution task, even as an agent of the company', async () => {
    const own = await answerCall(centre, 'bob');
    const { taskSid } = bodyOf(await actionsOn(centre, own).create());
    await centre.local.clock.advance(10);

    const offers = await centre.client.taskrouter.v1
      .workspaces(centre.sids.workspaceSid)
      .tasks(taskSid)
      .reservations.list();

    expect(offers).toEqual([]);
  });
});

describe('a call that has arrived at B', () => {
  it('can be transferred on at once, before anybody has said that it arrived', async () => {
    await acceptedByBob();
    await on.claim('tab-number-1');
    replay();
    const reservationSid = await accept(centre, call.taskSid, 'bob');
    engine().reservations.update(call.reservationSid, { reservationStatus: 'wrapping' });
    const first = await recorded();

    const again = actionsOn(centre, { ...call, reservationSid, agent: 'bob' });
    expect(await again.create(portsOf(centre), { affiliation: 'BPO_C' })).toMatchObject({ status: 201 });

    expect(first).toMatchObject({ state: 'claimed' });
    expect(await recorded()).toMatchObject({ state: 'offered', reservationSid });
    expect(await mark()).toBeUndefined();
  });
});
