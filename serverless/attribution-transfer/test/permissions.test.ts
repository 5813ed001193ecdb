import { TaskSid } from '@patchbay/shared/contracts';
import { loadAttempt } from '../src/attempts/storedAttempt';
import { claimTransfer } from '../src/endpoints/claimTransfer';
import { createAttributionTask } from '../src/endpoints/createAttributionTask';
import { cancelAttributionTask } from '../src/endpoints/cancelAttributionTask';
import { transferOutcome } from '../src/endpoints/transferOutcome';
import { transferTask } from '../src/endpoints/transferTask';
import { actionsOn, bodyOf } from './support/actions';
import { startCentre, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { caller, portsOf } from './support/ports';
import {
  accept,
  answerCall,
  attributesOf,
  createInput,
  liveAttributionTasks,
  route,
  transferInput,
  type Call,
} from './support/scene';

let centre: Centre;
let call: Call;
let on: ReturnType<typeof actionsOn>;

beforeEach(async () => {
  centre = await startCentre();
  call = await answerCall(centre, 'carol');
  on = actionsOn(centre, call);
});
afterEach(() => centre.stop());

const recorded = async () => (await loadAttempt(portsOf(centre), call.taskSid))?.value;

async function acceptedByBob(): Promise<TaskSid> {
  const { taskSid } = bodyOf(await on.create());
  await accept(centre, taskSid, 'bob');
  await on.transfer(taskSid);
  return taskSid;
}

describe('a create', () => {
  it('by somebody who does not hold the call is refused, and does not keep the holder from it', async () => {
    const stranger = createAttributionTask.handle(
      createInput(centre, call),
      portsOf(centre),
      caller(centre, 'alice'),
    );
    expect(await stranger).toMatchObject({ ok: false, code: 'reservation_not_held' });

    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
  });

  it('by another agent with the reservation of the one who asked is refused', async () => {
    await on.create();

    const stranger = createAttributionTask.handle(
      createInput(centre, call),
      portsOf(centre),
      caller(centre, 'alice'),
    );

    expect(await stranger).toMatchObject({ ok: false, code: 'reservation_not_held' });
  });

  it('by a user who is no worker is refused', async () => {
    const nobody = { identity: 'ada', roles: ['admin'] };
    expect(
      await createAttributionTask.handle(createInput(centre, call), portsOf(centre), nobody),
    ).toMatchObject({
      code: 'reservation_not_held',
    });
  });

  it('for what is no call is refused before anything is asked or stored', async () => {
    const input = createInput(centre, call);
    const chat = { ...input.taskAttributes.transfer_task, attributes: { channelType: 'web' } };
    const result = await createAttributionTask.handle(
      { ...input, taskAttributes: { transfer_task: chat } },
      portsOf(centre),
      caller(centre, 'carol'),
    );

    expect(result).toMatchObject({ ok: false, code: 'not_transferable' });
    expect(await recorded()).toBeUndefined();
  });

  it.each([
    ['to another queue', { queue: 'Billing' }, 'other_target_open'],
    ['in another mode', { mode: 'COLD' as const }, 'request_mismatch'],
    ['to another company', { affiliation: 'BPO_C' }, 'request_mismatch'],
  ])('%s while one is open is refused', async (_how, more, code) => {
    await on.create();

    expect(await on.create(portsOf(centre), more)).toMatchObject({ ok: false, code });

    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });
});

describe('a transfer-task', () => {
  it('in the name of another worker is refused', async () => {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');

    const asked = await countCalls(centre, () =>
      transferTask.handle(
        transferInput(centre, call, taskSid, 'bob'),
        portsOf(centre),
        caller(centre, 'alice'),
      ),
    );

    expect(asked.result).toMatchObject({ ok: false, code: 'reservation_not_held' });
    expect(asked).toMatchObject({ taskRouter: 0, sync: 0 });
  });

  it('by an agent who was offered the attribution task but has not accepted it is refused', async () => {
    const { taskSid } = bodyOf(await on.create());
    await route(centre);
    const [offer] = await centre.client.taskrouter.v1
      .workspaces(centre.sids.workspaceSid)
      .tasks(taskSid)
      .reservations.list();

    const input = { ...transferInput(centre, call, taskSid, 'bob'), attributionTaskSid: offer?.sid };
    const parsed = transferTask.contract.request.parse(input);

    expect(await transferTask.handle(parsed, portsOf(centre), caller(centre, 'bob'))).toMatchObject({
      ok: false,
      code: 'reservation_not_held',
    });
    expect(await recorded()).toMatchObject({ state: 'offered' });
  });

  it('that names another call, or another queue, writes on neither', async () => {
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    const other = transferInput(centre, call, taskSid, 'bob', 'Billing');

    expect(await transferTask.handle(other, portsOf(centre), caller(centre, 'bob'))).toMatchObject({
      code: 'other_task_recorded',
    });
    expect(await attributesOf(centre, call.taskSid)).not.toHaveProperty('transferTo');
  });

  it('for a task that is no call after all ends the attempt and frees B', async () => {
    await centre.stop();
    centre = await startCentre();
    call = await answerCall(centre, 'carol', 'chat');
    on = actionsOn(centre, call);
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');

    expect(await on.transfer(taskSid)).toMatchObject({ ok: false, code: 'not_transferable' });

    expect(await recorded()).toMatchObject({ state: 'failed', endReason: 'not_a_call', settled: true });
    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });
});

describe('what is A’s alone', () => {
  it('B cannot claim, report or cancel', async () => {
    await acceptedByBob();
    const { claimId } = bodyOf(await on.claim('tab-number-1'));
    const bob = caller(centre, 'bob');
    const { taskSid, reservationSid } = call;

    expect(
      await claimTransfer.handle({ taskSid, reservationSid, claimant: 'tab-number-1' }, portsOf(centre), bob),
    ).toMatchObject({ code: 'reservation_not_held' });
    expect(
      await transferOutcome.handle({ taskSid, claimId, outcome: 'failed' }, portsOf(centre), bob),
    ).toMatchObject({ code: 'reservation_not_held' });
    expect(await cancelAttributionTask.handle({ taskSid }, portsOf(centre), bob)).toMatchObject({
      code: 'reservation_not_held',
    });
    expect(await recorded()).toMatchObject({ state: 'claimed' });
  });

  it('A cannot claim with another reservation than the one that asked', async () => {
    await acceptedByBob();
    const { taskSid } = call;
    const other = await answerCall(centre, 'sam');

    expect(
      await claimTransfer.handle(
        { taskSid, reservationSid: other.reservationSid, claimant: 'tab-number-1' },
        portsOf(centre),
        caller(centre, 'carol'),
      ),
    ).toMatchObject({ code: 'reservation_not_held' });
  });

  it('a call nobody transfers is not known', async () => {
    expect(await on.cancel()).toMatchObject({ code: 'not_found' });
    expect(await on.claim('tab-number-1')).toMatchObject({ code: 'not_found' });
    expect(await on.transfer(TaskSid.parse(`WT${'0'.repeat(32)}`))).toMatchObject({ code: 'not_found' });
  });
});
