import { TaskSid } from '@patchbay/shared/contracts';
import { attributionTaskEvents } from '../../src/endpoints/attributionTaskEvents';
import { ATTRIBUTION_CHANNEL } from '../../src/workspace';
import { openScene, type OpenScene } from './openScene';
import { interleave, type MakePorts } from './interleaveProcesses';
import { ARRANGEMENTS, type Step } from './interleaveSteps';
import { watchScene, type ClaimHeld, type Watch } from './interleaveWatch';
import { workerSid } from './scene';

/** Seconds between the last looks: past a create's lease and grace, a replay's lease, an attempt's age, an offer's time. */
const LIMITS = [16, 151, 901, 130];

/** TaskRouter's lists lag behind: absence proves nothing before the grace of a create is over. */
const LIST_LAG_MS = 4_000;

/** Plays a schedule on a new centre and lets everything end; gives what happened that must never happen. */
export async function playSchedule(steps: readonly Step[]): Promise<readonly string[]> {
  const scene = await openScene({ taskRouter: { listLagMs: LIST_LAG_MS } });
  try {
    const watch = watchScene(scene);
    const play = playOn(scene, watch);
    for (const step of steps) await play(step);
    await play({ let: 'finish' });
    for (const passSeconds of LIMITS) {
      await play({ passSeconds });
      await play({ start: 'events', arrange: 'all' });
      await play({ let: 'finish' });
      await play({ start: 'status' });
      await play({ let: 'finish' });
    }
    await watch.lookAtTheEnd();
    return [...watch.violations];
  } finally {
    await scene.close();
  }
}

/** What makes each step happen. */
function playOn(scene: OpenScene, watch: Watch): (step: Step) => Promise<void> {
  const { centre, call, on, sink } = scene;
  const { clock, engine } = centre.local;
  const { tasks, reservations, transfers } = engine.workspace(centre.sids.workspaceSid);
  const processes = interleave(centre, {
    onRest: watch.look,
    onCrash: (error) => {
      watch.violated(`a process crashed: ${String(error)}`);
    },
  });
  let claim: ClaimHeld | undefined;
  const replayed = new Set<string>();
  let writes = 0;

  const offers = (status: 'pending' | 'accepted') =>
    tasks
      .list()
      .filter(({ taskChannelUniqueName }) => taskChannelUniqueName === ATTRIBUTION_CHANNEL)
      .flatMap(({ sid }) => reservations.ofTask(sid))
      .filter(({ reservationStatus }) => reservationStatus === status);
  const answer = (offer: { readonly sid: string } | undefined, accept: boolean): void => {
    if (offer !== undefined) {
      reservations.update(offer.sid, { reservationStatus: accept ? 'accepted' : 'rejected' });
    }
  };
  const statusOfCall = () => tasks.find(call.taskSid)?.assignmentStatus;
  // TaskRouter deletes the task some minutes after its end.
  const legs = () => (tasks.find(call.taskSid) === undefined ? [] : reservations.ofTask(call.taskSid));

  async function request(step: Extract<Step, { start: string }>, ports: MakePorts): Promise<void> {
    switch (step.start) {
      case 'create': {
        const { idempotencyKey } = step;
        const result = await on.create(ports(), idempotencyKey === undefined ? {} : { idempotencyKey });
        if (result.ok) watch.created(result.body.taskSid);
        return;
      }
      case 'claim': {
        const result = await on.claim(step.tab, ports());
        if (!result.ok) return;
        const { attemptId, claimId, leaseSeconds } = result.body;
        claim = { attemptId, claimId, tab: step.tab, until: clock.now() + leaseSeconds * 1000 };
        watch.claimed(claim);
        return;
      }
      case 'report':
        if (claim !== undefined) await on.report(claim.claimId, step.outcome, ports());
        return;
      case 'transfer': {
        const accepted = offers('accepted')[0];
        if (accepted !== undefined) await on.transfer(TaskSid.parse(accepted.taskSid), ports());
        return;
      }
      case 'cancel':
        await on.cancel(ports());
        return;
      case 'status':
        await on.status(ports());
        return;
      case 'events':
        for (const event of ARRANGEMENTS[step.arrange](sink.events.splice(0))) {
          await attributionTaskEvents.handle({ events: [event] }, ports(), undefined);
        }
    }
  }

  function happen(step: Extract<Step, { happens: string }>): void {
    switch (step.happens) {
      case 'offer answered':
        answer(offers('pending')[0], step.accept);
        return;
      case 'call answered':
        answer(
          legs().find(({ reservationStatus }) => reservationStatus === 'pending'),
          step.accept,
        );
        return;
      case 'replay':
        replay();
        return;
      case 'hang-up':
        if (statusOfCall() !== 'assigned') return;
        tasks.update(call.taskSid, { assignmentStatus: 'wrapping', reason: 'hangup' });
        tasks.update(call.taskSid, { assignmentStatus: 'completed', reason: 'hangup' });
        return;
      case 'other write': {
        const task = tasks.find(call.taskSid);
        if (task === undefined || statusOfCall() !== 'assigned') return;
        const name = `other${(writes += 1)}`;
        const current: unknown = JSON.parse(task.attributes);
        tasks.update(call.taskSid, {
          attributes: JSON.stringify(Object.assign({}, current, { [name]: true })),
        });
        watch.wrote(name);
      }
    }
  }

  /** The page with the claim transfers the call, once per claim and only while A holds it. */
  function replay(): void {
    const held = legs().find(({ sid }) => sid === call.reservationSid);
    if (claim === undefined || held?.reservationStatus !== 'accepted' || replayed.has(claim.claimId)) return;
    replayed.add(claim.claimId);
    transfers.start({
      taskSid: call.taskSid,
      reservationSid: call.reservationSid,
      workerSid: workerSid(centre, call.agent),
      to: workerSid(centre, 'bob'),
      mode: 'WARM',
    });
  }

  return async (step) => {
    if ('passSeconds' in step) await clock.advance(step.passSeconds * 1000);
    else if ('happens' in step) happen(step);
    else if ('start' in step) {
      // TaskRouter routes, and Event Streams sends, what is due.
      await clock.advance(step.start === 'events' ? 1_000 : 1);
      await processes.start((ports) => request(step, ports));
    } else if (step.let === 'finish') await processes.finish();
    else if (step.let === 'go on') await processes.goOn(step.which);
    else if (step.let === 'overtake') await processes.overtake(step.which);
    else processes.kill(step.which);
    watch.look();
  };
}
