import type { FaultEffect, FaultMatch } from '@patchbay/emulator';
import { createAttributionTaskContract, FailureBody } from '@patchbay/shared/contracts';
import { answerOf, type Answer } from '../support/httpAnswer';
import { captureLog } from '../support/httpLog';
import { FLEX_ORIGIN, startService, type HttpService } from '../support/httpService';
import { bodyOf } from '../support/httpTransfer';
import { answerCall, createInput, liveAttributionTasks, type Call } from '../support/scene';

const log = captureLog();
let service: HttpService;

beforeEach(async () => {
  // Time runs as it does for the service: Twilio's limits are per second.
  service = await startService({ mode: 'running' });
});
afterEach(async () => {
  await service.stop();
  expectNothingTold(log.join('\n'));
  expect(log).not.toHaveLength(0);
});

/** What no body and no log line may hold: attributes, tokens, credentials, Twilio's own words. */
function expectNothingTold(text: string): void {
  const { authToken } = service.centre.local;
  expect(text).not.toMatch(/Zoe|15551234567|CA1111|<html|Too Many|Authenticate|bad gateway/i);
  for (const secret of [authToken, service.tokenOf('carol'), service.tokenOf('alice')]) {
    expect(text).not.toContain(secret);
  }
}

/** A request whose attributes hold what must not be told. */
const input = (call: Call) => {
  const { taskAttributes, mode } = createInput(service.centre, call);
  const { transfer_task: transfer } = taskAttributes;
  const attributes = { ...transfer.attributes, name: 'Zoe Example', caller: '+15551234567' };
  return { mode, taskAttributes: { ...taskAttributes, transfer_task: { ...transfer, attributes } } };
};

const create = (call: Call) => answerOf(service.post('/create-attribution-task', input(call), call.agent));

/** As the page does it: again and again, as the service asks. */
const createPatiently = async (call: Call) =>
  bodyOf(await service.clientOf(call.agent).call(createAttributionTaskContract, input(call)));

function expectFailure(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(FailureBody.safeParse(answer.body).success).toBe(true);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('access-control-allow-origin')).toBe(FLEX_ORIGIN);
  expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
  expect(answer.headers.get('x-correlation-id')).toMatch(/^[\w-]{8,}$/);
  expectNothingTold(answer.text);
}

const CREATE: FaultMatch = { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' };
const READ: FaultMatch = { host: 'taskrouter', method: 'GET' };
const STORE: FaultMatch = { host: 'sync' };
const THROTTLED = { type: 'status', status: 429, code: 20429 } as const;

describe('Twilio does not do what it is asked', () => {
  it.each<[string, FaultMatch, FaultEffect, number, string]>([
    ['refuses the create', CREATE, { type: 'status', status: 400, code: 20001 }, 500, 'twilio_refused'],
    ['does not know us', CREATE, { type: 'status', status: 401, code: 20003 }, 500, 'twilio_refused'],
    ['throttles', CREATE, THROTTLED, 429, 'throttled'],
    ['throttles for long', CREATE, { ...THROTTLED, retryAfter: 30 }, 429, 'throttled'],
    ['cannot be reached', READ, { type: 'refuse' }, 503, 'twilio_unavailable'],
    ['answers a read with HTML', READ, { type: 'html' }, 503, 'twilio_unavailable'],
    ['answers a read with HTML and 200', READ, { type: 'html', status: 200 }, 503, 'twilio_unavailable'],
    ['throttles the store', STORE, { ...THROTTLED, retryAfter: 30 }, 503, 'store_unavailable'],
    ['has no store', STORE, { type: 'html', status: 503 }, 503, 'store_unavailable'],
  ])(
    '%s: says so, creates nothing, and the next request succeeds',
    async (_how, match, effect, status, code) => {
      const call = await answerCall(service.centre, 'carol');
      service.centre.local.faults.add({ match, effect });

      const answer = await create(call);
      service.centre.local.faults.clear();

      expectFailure(answer, status, code);
      expect(answer.headers.has('retry-after')).toBe(status !== 500);
      expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
      const { taskSid } = await createPatiently(call);
      expect(await liveAttributionTasks(service.centre)).toMatchObject([{ sid: taskSid }]);
    },
  );

  it('passes on how long Twilio asks to wait', async () => {
    const call = await answerCall(service.centre, 'carol');
    service.centre.local.faults.add({ match: CREATE, effect: { ...THROTTLED, retryAfter: 30 } });

    expect((await create(call)).headers.get('retry-after')).toBe('30');
  });
});

describe('nobody knows whether Twilio did it', () => {
  // Side by side, each agent with a call of its own: what hangs takes its time.
  it('ends in one task for each call, whatever became of the first create', async () => {
    const calls = [];
    for (const agent of ['carol', 'alice', 'bob', 'chloe'])
      calls.push(await answerCall(service.centre, agent));
    const effects: FaultEffect[] = [
      { type: 'hang' },
      { type: 'hang', afterEffect: true },
      { type: 'html' },
      { type: 'status-after', status: 500 },
    ];
    effects.forEach((effect, index) => {
      service.centre.local.faults.add({ match: CREATE, skip: index, times: 1, effect });
    });

    const first = await Promise.all(calls.map(create));

    for (const answer of first) {
      if (answer.status !== 201) expectFailure(answer, 503, 'twilio_unavailable');
    }
    expect(first.map(({ status }) => status).sort()).toEqual([201, 201, 503, 503]);
    const tasks = await Promise.all(calls.map(createPatiently));
    const live = await liveAttributionTasks(service.centre);
    expect(live.map(({ sid }) => sid).sort()).toEqual(tasks.map(({ taskSid }) => taskSid).sort());
    expect(new Set(tasks.map(({ taskSid }) => taskSid)).size).toBe(4);
  }, 30_000);

  it('does not hold up the next request when the look for the task is throttled', async () => {
    const call = await answerCall(service.centre, 'carol');
    const { faults } = service.centre.local;
    faults.add({ match: CREATE, times: 1, effect: { type: 'html' } });
    expectFailure(await create(call), 503, 'twilio_unavailable');
    const LIST: FaultMatch = { ...CREATE, method: 'GET' };
    faults.add({ match: LIST, times: 1, effect: { ...THROTTLED, retryAfter: 30 } });
    expectFailure(await create(call), 429, 'throttled');

    const next = await create(call);

    expectFailure(next, 503, 'twilio_unavailable');
    expect(Number(next.headers.get('retry-after'))).toBeLessThanOrEqual(5);
  });

  it('gives up in time when the store or IAM hangs: 503, and nothing is created', async () => {
    const [carols, alices] = [
      await answerCall(service.centre, 'carol'),
      await answerCall(service.centre, 'alice'),
    ];
    const unchecked = service.centre.local.identities.issue({
      token: 'token-of-alice-never-seen-before',
      identity: 'alice',
      roles: ['agent'],
    });
    await service.post('/attribution-status', { taskSid: carols.taskSid });
    service.centre.local.faults.add({ match: STORE, effect: { type: 'hang' } });
    service.centre.local.faults.add({ match: { host: 'iam' }, effect: { type: 'hang' } });

    const [store, iam] = await Promise.all([
      create(carols),
      answerOf(service.post('/create-attribution-task', { ...input(alices), Token: unchecked.token }, null)),
    ]);
    service.centre.local.faults.clear();

    expectFailure(store, 503, 'store_unavailable');
    expectFailure(iam, 503, 'identity_unavailable');
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
    const { taskSid } = await createPatiently(carols);
    expect(await liveAttributionTasks(service.centre)).toMatchObject([{ sid: taskSid }]);
  }, 30_000);
});
