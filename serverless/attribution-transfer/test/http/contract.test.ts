import { answerOf, captureLog } from '@patchbay/shared/testing/functions';
import { startService, type HttpService } from '../support/httpService';
import {
  accept,
  answerCall,
  createInput,
  liveAttributionTasks,
  queueSid,
  transferInput,
  workerSid,
  type Call,
} from '../support/scene';
import { TaskSid } from '@patchbay/shared/contracts';

captureLog();
let service: HttpService;
let call: Call;

beforeEach(async () => {
  service = await startService();
  call = await answerCall(service.centre, 'carol');
});
afterEach(() => service.stop());

/** The request of the documentation, with this call's SIDs. */
const createRequest = () => ({
  workflowSid: service.centre.env['ATTRIBUTION_WORKFLOW_SID'],
  taskAttributes: {
    affiliation: 'BPO_B',
    transfer_task: {
      sid: call.reservationSid,
      taskSid: call.taskSid,
      attributes: { call_sid: `CA${'1'.repeat(32)}` },
      targetSid: queueSid(service.centre, 'Support'),
    },
  },
  mode: 'WARM',
});
const create = (body: object = createRequest()) => answerOf(service.post('/create-attribution-task', body));
const form = (path: string, fields: Record<string, string>) =>
  answerOf(fetch(service.url + path, { method: 'POST', body: new URLSearchParams(fields) }));

async function createdTask(): Promise<TaskSid> {
  return TaskSid.parse((await create()).body['taskSid']);
}

describe('POST /create-attribution-task', () => {
  it('answers the documented request with 201 and the task', async () => {
    const { status, body, headers } = await create();

    expect(status).toBe(201);
    expect(body).toEqual({ success: true, taskSid: TaskSid.parse(body['taskSid']) });
    expect(headers.get('x-idempotent-replay')).toBeNull();
    expect(await liveAttributionTasks(service.centre)).toMatchObject([{ sid: body['taskSid'] }]);
  });

  it('repeats the very same bytes, 200, marked as a replay', async () => {
    const first = await create();

    const second = await create();

    expect(second.status).toBe(200);
    expect(second.headers.get('x-idempotent-replay')).toBe('true');
    expect(second.text).toBe(first.text);
  });

  it('means the same as a form, whose nested values are JSON text', async () => {
    const { taskAttributes, ...fields } = createRequest();
    const asForm = { ...fields, workflowSid: fields.workflowSid ?? '' };

    const first = await form('/create-attribution-task', {
      ...asForm,
      taskAttributes: JSON.stringify(taskAttributes),
      Token: service.tokenOf('carol'),
    });

    expect(first.status).toBe(201);
    expect(await create()).toMatchObject({ status: 200, text: first.text });
  });

  it('means the same with the attributes of a later click', async () => {
    const first = await create();
    const request = createRequest();
    const { transfer_task: transfer } = request.taskAttributes;
    const later = {
      ...request,
      taskAttributes: {
        ...request.taskAttributes,
        transfer_task: { ...transfer, attributes: { ...transfer.attributes, note: 'written since' } },
      },
    };

    expect(await create(later)).toMatchObject({ status: 200, text: first.text });
  });

  it('accepts the SID of the task where older callers send it instead of the reservation', async () => {
    const request = createInput(service.centre, call);
    const { transfer_task: transfer } = request.taskAttributes;
    const older = {
      ...request,
      taskAttributes: { ...request.taskAttributes, transfer_task: { ...transfer, sid: call.taskSid } },
    };

    const { status, body } = await create(older);

    expect(status).toBe(201);
    expect(await create()).toMatchObject({ status: 200, body: { taskSid: body['taskSid'] } });
  });

  it('is refused for a moment while the same request is in flight: 409 with Retry-After', async () => {
    service.centre.local.faults.add({
      match: { host: 'taskrouter', method: 'GET' },
      times: 1,
      effect: { type: 'latency', ms: 200 },
    });
    const since = service.centre.local.journal.sequence;
    const first = create();
    // The claim has been written, and the read of the reservation waits on the stopped clock.
    await service.centre.local.journal.waitFor({ since, host: 'sync.twilio.com' }, 4_000);

    const second = await create();
    await service.centre.local.clock.advance(200);

    expect(second).toMatchObject({ status: 409, body: { success: false, code: 'in_flight' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await first).toMatchObject({ status: 201 });
  });
});

describe('POST /transfer-task', () => {
  it('answers the documented request', async () => {
    const taskSid = await createdTask();
    await accept(service.centre, taskSid, 'bob');

    const request = transferInput(service.centre, call, taskSid, 'bob');
    const { status, body } = await answerOf(service.post('/transfer-task', request, 'bob'));

    expect(status).toBe(200);
    expect(body).toEqual({ success: true, updated: true, taskSid: call.taskSid });
  });

  it('accepts the reservation that Flex has at hand, as a form too', async () => {
    const taskSid = await createdTask();
    const reservationSid = await accept(service.centre, taskSid, 'bob');

    const { status } = await form('/transfer-task', {
      attributionTaskSid: reservationSid,
      receivingWorkerSid: workerSid(service.centre, 'bob'),
      transfer_task: JSON.stringify({
        taskSid: call.taskSid,
        attributes: {},
        targetSid: queueSid(service.centre, 'Support'),
      }),
      Token: service.tokenOf('bob'),
    });

    expect(status).toBe(200);
  });

  it('collects what is missing, in the documented words', async () => {
    const { status, body } = await answerOf(service.post('/transfer-task', {}, 'bob'));

    expect(status).toBe(400);
    expect(body).toEqual({
      success: false,
      error: 'Validation error',
      code: 'validation_failed',
      details: ['Missing attributionTaskSid', 'Missing receivingWorkerSid', 'Missing transfer_task'],
    });
  });
});

describe('GET /attribution-status', () => {
  it('answers a GET with a bearer token and its POST twin alike', async () => {
    await create();
    const get = await answerOf(
      fetch(`${service.url}/attribution-status?taskSid=${call.taskSid}`, {
        headers: { Authorization: `Bearer ${service.tokenOf('carol')}` },
      }),
    );

    const post = await form('/attribution-status', {
      taskSid: call.taskSid,
      Token: service.tokenOf('carol'),
    });

    expect(get.status).toBe(200);
    expect(get.body).toMatchObject({ success: true, attempt: { state: 'offered', affiliation: 'BPO_B' } });
    expect(post).toMatchObject({ status: 200, text: get.text });
  });
});
