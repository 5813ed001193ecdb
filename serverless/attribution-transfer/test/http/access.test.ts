import { answerOf, captureLog } from '@patchbay/shared/testing/functions';
import { FLEX_ORIGIN, startService, type HttpService } from '../support/httpService';
import {
  accept,
  answerCall,
  createInput,
  liveAttributionTasks,
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

const createWith = (token?: unknown) =>
  answerOf(
    service.post(
      '/create-attribution-task',
      { ...createInput(service.centre, call), ...(token === undefined ? {} : { Token: token }) },
      null,
    ),
  );
// The functions remember what IAM said of a token for a minute, across tests: every test has tokens of its own.
let issued = 0;
const issue = (lifetimeMs?: number) =>
  service.centre.local.identities.issue({
    token: `token-of-carol-number-${(issued += 1)}`,
    identity: 'carol',
    workerSid: workerSid(service.centre, 'carol'),
    roles: ['agent'],
    ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
  });

describe('a token', () => {
  it('that is missing: 401', async () => {
    expect(await createWith()).toMatchObject({ status: 401, body: { code: 'token_missing' } });
  });

  it.each([['unknown-token-of-nobody'], ['x'.repeat(5_000)], [{ a: 1 }], ['not ascii ☎']])(
    'that Twilio does not know: 401',
    async (token) => {
      expect(await createWith(token)).toMatchObject({ status: 401, body: { code: 'token_refused' } });
    },
  );

  it('that has expired: 401', async () => {
    const { token } = issue(1_000);
    await service.centre.local.clock.advance(1_001);

    expect(await createWith(token)).toMatchObject({ status: 401, body: { code: 'token_refused' } });
  });

  it('that was revoked: 401', async () => {
    const { token } = issue();
    service.centre.local.identities.revoke(token);

    expect(await createWith(token)).toMatchObject({ status: 401, body: { code: 'token_refused' } });
  });

  it('of another account: 401', async () => {
    const other = await startService({ seed: 2 });
    const foreign = other.tokenOf('carol');
    await other.stop();

    expect(await createWith(foreign)).toMatchObject({ status: 401, body: { code: 'token_refused' } });
  });

  it.each([
    ['does not answer properly', { type: 'status', status: 500 }],
    ['throttles', { type: 'status', status: 429, code: 20429 }],
    ['answers HTML', { type: 'html' }],
    ['cannot be reached', { type: 'refuse' }],
  ] as const)(
    'that nobody can check because IAM %s: 503 to come back, nothing done',
    async (_how, effect) => {
      const { token } = issue();
      service.centre.local.faults.add({ match: { host: 'iam' }, effect });

      const answer = await createWith(token);
      service.centre.local.faults.clear();

      expect(answer).toMatchObject({ status: 503, body: { code: 'identity_unavailable' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
      expect(await createWith(token)).toMatchObject({ status: 201 });
    },
  );

  it('that was checked a moment ago is not checked again', async () => {
    const { token } = issue();
    const since = service.centre.local.journal.sequence;

    await createWith(token);
    await createWith(token);

    const asked = service.centre.local.journal.entries({ since, host: 'iam.twilio.com' });
    expect(asked).toHaveLength(1);
  });
});

describe('the status of a transfer', () => {
  const statusFor = (name: string) =>
    answerOf(service.post('/attribution-status', { taskSid: call.taskSid }, name));

  it('is for the two agents, supervisors and nobody else', async () => {
    const taskSid = TaskSid.parse((await createWith(service.tokenOf('carol'))).body['taskSid']);
    expect(await statusFor('bob')).toMatchObject({ status: 403, body: { code: 'role_missing' } });
    const reservationSid = await accept(service.centre, taskSid, 'bob');
    await service.post(
      '/transfer-task',
      {
        attributionTaskSid: reservationSid,
        receivingWorkerSid: workerSid(service.centre, 'bob'),
        transfer_task: createInput(service.centre, call).taskAttributes.transfer_task,
      },
      'bob',
    );

    const answers = await Promise.all(['carol', 'bob', 'sam', 'alice', 'chloe'].map(statusFor));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403]);
    expect(answers[2]?.body['attempt']).toMatchObject({
      state: 'accepted',
      transferringWorkerSid: workerSid(service.centre, 'carol'),
      receivingWorkerSid: workerSid(service.centre, 'bob'),
      attributionTaskSid: taskSid,
    });
  });

  it('is null for a call that nobody transferred', async () => {
    expect(await statusFor('carol')).toMatchObject({ status: 200, body: { success: true, attempt: null } });
  });
});

describe('events', () => {
  const send = (credentials?: string) =>
    answerOf(
      fetch(`${service.url}/attribution-task-events`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(credentials === undefined ? {} : { Authorization: `Basic ${btoa(credentials)}` }),
        },
        body: '[{"nobody":"can read this"}]',
      }),
    );

  it.each([[undefined], ['events:wrong-password'], ['other:local-password']])(
    'without the sink’s credentials are refused: 401 (%s)',
    async (credentials) => {
      expect(await send(credentials)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
    },
  );

  it('that nobody can read are acknowledged, so that they do not come for ever', async () => {
    expect(await send('events:local-password')).toMatchObject({
      status: 200,
      body: { success: true, handled: 0, ignored: 0, parked: 1 },
    });
  });
});

describe('a body that is no JSON', () => {
  // The runtime parses before a function runs: it answers by itself, in the cloud too, without CORS headers.
  it('is refused by the runtime itself, and nothing happens', async () => {
    const response = await fetch(`${service.url}/create-attribution-task`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: FLEX_ORIGIN },
      body: '{"taskAttributes": ',
    });

    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  });

  it('of a kind that functions drop: 400 in our words', async () => {
    const response = fetch(`${service.url}/create-attribution-task`, { method: 'POST', body: 'hello' });

    expect(await answerOf(response)).toMatchObject({ status: 400, body: { code: 'malformed_body' } });
  });
});
