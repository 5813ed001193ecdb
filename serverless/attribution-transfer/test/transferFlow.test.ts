import type { TaskSid } from '@patchbay/shared/contracts';
import { attributionStatus } from '../src/endpoints/attributionStatus';
import { claimTransfer } from '../src/endpoints/claimTransfer';
import { createAttributionTask } from '../src/endpoints/createAttributionTask';
import { transferOutcome } from '../src/endpoints/transferOutcome';
import { transferTask } from '../src/endpoints/transferTask';
import { startCentre, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { caller, portsOf } from './support/ports';
import {
  accept,
  answerCall,
  attributesOf,
  createInput,
  liveAttributionTasks,
  transferInput,
  workerSid,
  type Call,
} from './support/scene';

let centre: Centre;
let call: Call;

beforeEach(async () => {
  centre = await startCentre();
  call = await answerCall(centre, 'carol');
});
afterEach(() => centre.stop());

const create = (more = {}) =>
  createAttributionTask.handle(createInput(centre, call, more), portsOf(centre), caller(centre, 'carol'));

async function created(): Promise<TaskSid> {
  const result = await create();
  if (!result.ok) throw new Error(result.message);
  return result.body.taskSid;
}

const transfer = (attributionTaskSid: TaskSid, receiver = 'bob') =>
  transferTask.handle(
    transferInput(centre, call, attributionTaskSid, receiver),
    portsOf(centre),
    caller(centre, receiver),
  );

const claim = (claimant: string) =>
  claimTransfer.handle(
    { taskSid: call.taskSid, reservationSid: call.reservationSid, claimant },
    portsOf(centre),
    caller(centre, 'carol'),
  );

describe('a transfer to a queue', () => {
  it('costs 2 requests to TaskRouter and 2 to Sync to create, 0 and 2 to repeat', async () => {
    const first = await countCalls(centre, () => create());
    const second = await countCalls(centre, () => create());

    expect(first.result).toMatchObject({ ok: true, status: 201, replayed: false });
    expect(first).toMatchObject({ taskRouter: 2, sync: 2, iam: 0 });
    expect(second.result).toMatchObject({ ok: true, status: 200, replayed: true });
    expect(second).toMatchObject({ taskRouter: 0, sync: 2, iam: 0 });
    expect(second.result.ok && second.result.body).toEqual(first.result.ok && first.result.body);
    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });

  it('costs 3 requests to TaskRouter and 2 to Sync to mark the original', async () => {
    const taskSid = await created();
    await accept(centre, taskSid, 'bob');

    const marked = await countCalls(centre, () => transfer(taskSid));

    expect(marked.result).toMatchObject({
      ok: true,
      status: 200,
      body: { updated: true, taskSid: call.taskSid },
    });
    expect(marked).toMatchObject({ taskRouter: 3, sync: 2, iam: 0 });
    expect(await attributesOf(centre, call.taskSid)).toMatchObject({
      name: 'A caller',
      transferTo: workerSid(centre, 'bob'),
      transferAttempt: { reservationSid: call.reservationSid, mode: 'WARM' },
    });
  });

  it('is replayed by one page only, and leaves neither mark nor attribution task behind', async () => {
    const taskSid = await created();
    await accept(centre, taskSid, 'bob');
    await transfer(taskSid);

    const [one, two] = await Promise.all([claim('tab-number-1'), claim('tab-number-2')]);
    const winner = one.ok ? one : two;
    const loser = one.ok ? two : one;
    expect(loser).toMatchObject({ ok: false, code: 'replay_claimed' });
    if (!winner.ok) throw new Error(winner.message);
    const ended = await transferOutcome.handle(
      { taskSid: call.taskSid, claimId: winner.body.claimId, outcome: 'transferred' },
      portsOf(centre),
      caller(centre, 'carol'),
    );

    expect(ended).toMatchObject({ ok: true, body: { state: 'transferred' } });
    expect(await attributesOf(centre, call.taskSid)).not.toHaveProperty('transferTo');
    expect(await attributesOf(centre, call.taskSid)).not.toHaveProperty('transferAttempt');
    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });

  it('shows its state to both agents and to supervisors, and to nobody else', async () => {
    await created();
    const statusFor = (name: string) =>
      attributionStatus.handle({ taskSid: call.taskSid }, portsOf(centre), caller(centre, name));

    expect(await statusFor('carol')).toMatchObject({
      ok: true,
      body: { attempt: { state: 'offered', open: true } },
    });
    expect(await statusFor('sam')).toMatchObject({ ok: true, body: { attempt: { affiliation: 'BPO_B' } } });
    expect(await statusFor('alice')).toMatchObject({ ok: false, code: 'role_missing' });
  });
});
