import { FailureBody, TaskSid } from '@patchbay/shared/contracts';
import { answerOf, type Answer, captureLog } from '@patchbay/shared/testing/functions';
import { startService, type HttpService } from '../support/httpService';
import {
  accept,
  answerCall,
  attributesOf,
  createInput,
  liveAttributionTasks,
  queueSid,
  transferInput,
  type Call,
} from '../support/scene';

captureLog();
let service: HttpService;
let call: Call;

async function start(env: Record<string, string> = {}): Promise<void> {
  service = await startService({}, env);
  call = await answerCall(service.centre, 'carol');
}
afterEach(() => service.stop());

const create = (body: object = createInput(service.centre, call), as = 'carol') =>
  answerOf(service.post('/create-attribution-task', body, as));
const transferTask = (body: object, as = 'bob') => answerOf(service.post('/transfer-task', body, as));
const createdTask = async () => TaskSid.parse((await create()).body['taskSid']);

const expectRefusal = ({ status, body }: Answer, expected: { status: number; code: string }) => {
  expect({ status, code: body['code'] }).toEqual(expected);
  expect(FailureBody.safeParse(body).success).toBe(true);
};

describe('a create that is refused creates nothing', () => {
  beforeEach(() => start());
  afterEach(async () => {
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  });

  it('for another workflow than the configured one: 403', async () => {
    const workflowSid = service.centre.sids.workflows['Assign to anyone'];
    const answer = await create({ ...createInput(service.centre, call), workflowSid });

    expectRefusal(answer, { status: 403, code: 'workflow_not_allowed' });
  });

  it('for a reservation that is another agent’s: 403', async () => {
    const answer = await create(createInput(service.centre, call), 'alice');

    expectRefusal(answer, { status: 403, code: 'reservation_not_held' });
  });

  it('for a task that is not the caller’s, named as older callers do: 403', async () => {
    const { taskAttributes, mode } = createInput(service.centre, call);
    const { transfer_task: transfer } = taskAttributes;
    const older = { mode, taskAttributes: { transfer_task: { ...transfer, sid: call.taskSid } } };

    expectRefusal(await create(older, 'alice'), { status: 403, code: 'reservation_not_held' });
  });

  it('for a reservation of another task than the one it names: 403', async () => {
    const other = await answerCall(service.centre, 'alice');
    const mixed = createInput(service.centre, { ...call, taskSid: other.taskSid });

    expectRefusal(await create(mixed), { status: 403, code: 'reservation_not_held' });
  });

  it('for a user who is no worker: 403', async () => {
    const { token } = service.centre.local.identities.issue({ identity: 'auditor', roles: ['admin'] });
    const answer = await answerOf(
      service.post('/create-attribution-task', { ...createInput(service.centre, call), Token: token }, null),
    );

    expectRefusal(answer, { status: 403, code: 'reservation_not_held' });
  });

  it('for a task that is no call: 422', async () => {
    const input = createInput(service.centre, call);
    const { transfer_task: transfer } = input.taskAttributes;
    const answer = await create({
      ...input,
      taskAttributes: { transfer_task: { ...transfer, attributes: { channelType: 'web' } } },
    });

    expectRefusal(answer, { status: 422, code: 'not_transferable' });
  });

  it('for a body of the wrong types: 400 with one sentence each, quoting nothing', async () => {
    const answer = await create({
      mode: 'HOT',
      workflowSid: 7,
      taskAttributes: {
        affiliation: '<script>',
        transfer_task: { sid: 'WR1', taskSid: ['WT1'], attributes: 'text', targetSid: `WK${'0'.repeat(32)}` },
      },
    });

    expectRefusal(answer, { status: 400, code: 'validation_failed' });
    const details = JSON.stringify(answer.body['details']);
    for (const field of ['workflowSid', 'affiliation', 'sid', 'taskSid', 'attributes', 'targetSid', 'mode']) {
      expect(details).toContain(field);
    }
    expect(details).not.toMatch(/HOT|script|WK0/);
  });
});

describe('a create while a transfer of the call is open', () => {
  beforeEach(async () => {
    await start();
    await createdTask();
  });
  afterEach(async () => {
    expect(await liveAttributionTasks(service.centre)).toHaveLength(1);
  });

  it('to another queue: 409 that names the open one', async () => {
    const answer = await create(createInput(service.centre, call, { queue: 'Billing' }));

    expectRefusal(answer, { status: 409, code: 'other_target_open' });
    expect(JSON.stringify(answer.body['details'])).toContain(queueSid(service.centre, 'Support'));
    expect(answer.headers.get('retry-after')).toBeNull();
  });

  it.each([
    ['mode', { mode: 'COLD' as const }],
    ['company', { affiliation: 'BPO_A' }],
  ])('in another %s: 422', async (_what, change) => {
    const answer = await create(createInput(service.centre, call, change));

    expectRefusal(answer, { status: 422, code: 'request_mismatch' });
  });
});

describe('attributes that do not fit', () => {
  it('are refused with 413 when the forwarded ones alone are too many', async () => {
    await start({ FORWARDED_ATTRIBUTES: 'name,notes' });
    const input = createInput(service.centre, call);
    const { transfer_task: transfer } = input.taskAttributes;
    const attributes = { ...transfer.attributes, notes: 'x'.repeat(4_000) };
    const answer = await create({
      ...input,
      taskAttributes: { ...input.taskAttributes, transfer_task: { ...transfer, attributes } },
    });

    expectRefusal(answer, { status: 413, code: 'attributes_too_large' });
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
    expect(await create()).toMatchObject({ status: 201 });
  });

  it('that are not forwarded do not matter', async () => {
    await start();
    const input = createInput(service.centre, call);
    const { transfer_task: transfer } = input.taskAttributes;
    const attributes = { ...transfer.attributes, notes: 'x'.repeat(4_000) };
    const answer = await create({
      ...input,
      taskAttributes: { ...input.taskAttributes, transfer_task: { ...transfer, attributes } },
    });

    expect(answer.status).toBe(201);
  });
});

describe('a mark that is refused writes nothing', () => {
  let attributionTaskSid: TaskSid;
  beforeEach(async () => {
    await start();
    attributionTaskSid = await createdTask();
    await accept(service.centre, attributionTaskSid, 'bob');
  });

  it('that names another worker than the caller: 403', async () => {
    const answer = await transferTask(
      transferInput(service.centre, call, attributionTaskSid, 'chloe'),
      'bob',
    );

    expectRefusal(answer, { status: 403, code: 'reservation_not_held' });
    expect(await attributesOf(service.centre, call.taskSid)).not.toHaveProperty('transferTo');
  });

  it('by an agent who did not accept the attribution task: 403', async () => {
    const input = transferInput(service.centre, call, attributionTaskSid, 'chloe');

    expectRefusal(await transferTask(input, 'chloe'), { status: 403, code: 'reservation_not_held' });
  });

  it('with the attribution task of another call: 409', async () => {
    const other = await answerCall(service.centre, 'sam');
    const { body } = await create(createInput(service.centre, other, { affiliation: 'BPO_C' }), 'sam');
    const otherTask = TaskSid.parse(body['taskSid']);
    await accept(service.centre, otherTask, 'chloe');

    const answer = await transferTask(transferInput(service.centre, call, otherTask, 'chloe'), 'chloe');

    expectRefusal(answer, { status: 409, code: 'other_task_recorded' });
  });

  it('on a task of the caller’s choice: 404 when nothing is known of it, 409 when it is another call’s', async () => {
    const other = await answerCall(service.centre, 'sam');
    const input = transferInput(service.centre, other, attributionTaskSid, 'bob');
    expectRefusal(await transferTask(input), { status: 404, code: 'not_found' });
    await create(createInput(service.centre, other, { affiliation: 'BPO_C' }), 'sam');

    expectRefusal(await transferTask(input), { status: 409, code: 'other_task_recorded' });
  });

  it('for another queue than the recorded one: 409', async () => {
    const input = transferInput(service.centre, call, attributionTaskSid, 'bob', 'Billing');

    expectRefusal(await transferTask(input), { status: 409, code: 'other_task_recorded' });
  });

  it('once more, when Carol has given up meanwhile: 409', async () => {
    const input = transferInput(service.centre, call, attributionTaskSid, 'bob');
    await transferTask(input);
    await service.post('/cancel-attribution-task', { taskSid: call.taskSid });

    expectRefusal(await transferTask(input), { status: 409, code: 'wrong_state' });
    expect(await attributesOf(service.centre, call.taskSid)).not.toHaveProperty('transferTo');
  });

  it('the replay is not Bob’s: 403', async () => {
    await transferTask(transferInput(service.centre, call, attributionTaskSid, 'bob'));
    const claim = { taskSid: call.taskSid, reservationSid: call.reservationSid, claimant: 'tab-number-1' };

    const answer = await answerOf(service.post('/claim-transfer', claim, 'bob'));

    expectRefusal(answer, { status: 403, code: 'reservation_not_held' });
  });
});
