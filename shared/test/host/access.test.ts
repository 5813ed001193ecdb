import { failureOf } from './failureOf';
import type { LocalStack } from './localStack';
import { QUEUE, TASK, startLocalStack } from './localStack';
import type { Runtime } from './runtime';
import { startRuntime } from './runtime';
import { silenceConsole } from './silenceConsole';

let stack: LocalStack;
const lines = silenceConsole();
beforeAll(async () => {
  stack = await startLocalStack();
});
afterAll(() => stack.stop());

const get = (path: string) => fetch(stack.runtime.url + path);
const post = (path: string, fields: Record<string, string>) =>
  fetch(stack.runtime.url + path, { method: 'POST', body: new URLSearchParams(fields) });
const validations = () => stack.twilio.journal.entries({ host: 'iam.twilio.com' }).length;

describe('who may call', () => {
  it('asks for a token', async () => {
    const response = await post('/status', { urgent: 'true' });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'token_missing' });
  });

  it('asks for the role the contract names', async () => {
    const agent = await post('/status', { urgent: 'true', Token: stack.tokenFor('agent') });
    const supervisor = await post('/status', {
      urgent: 'true',
      Token: stack.tokenFor('agent', 'supervisor'),
    });

    expect([agent.status, (await failureOf(agent)).code]).toEqual([403, 'role_missing']);
    expect(await supervisor.json()).toEqual({ success: true, urgent: true });
  });

  it('reads a GET by its query, but not a token from there', async () => {
    const token = stack.tokenFor('supervisor');

    const byQuery = await get(`/status?urgent=true&Token=${token}`);
    const byHeader = await fetch(`${stack.runtime.url}/status?urgent=true`, {
      headers: { Authorization: `Bearer ${token}` },
    });

    expect([byQuery.status, (await failureOf(byQuery)).code]).toEqual([401, 'token_missing']);
    expect(await byHeader.json()).toEqual({ success: true, urgent: true });
  });

  it.each(['["a"]', '{"a":1}', '1', 'true'])('refuses the token %s without asking anyone', async (token) => {
    const before = validations();

    const response = await fetch(`${stack.runtime.url}/status`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"urgent":true,"Token":${token}}`,
    });

    expect([response.status, (await failureOf(response)).code]).toEqual([401, 'token_refused']);
    expect(validations()).toBe(before);
  });

  it('asks nobody about a token when the input is wrong anyway', async () => {
    const before = validations();

    const response = await post('/status', { Token: stack.tokenFor('supervisor') });

    expect(response.status).toBe(400);
    expect(validations()).toBe(before);
  });

  it('logs neither token nor identity', async () => {
    const token = stack.tokenFor('supervisor');

    await post('/status', { urgent: 'true', Token: token });
    await post('/status', { urgent: 'true', Token: `${token}x` });

    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('\n')).not.toContain(token);
    expect(lines.join('\n')).not.toContain('ann_40example');
  });
});

describe('settings that change who may call', () => {
  let strict: Runtime;
  beforeAll(async () => {
    strict = await startRuntime(['sample', 'status'], {
      ACCOUNT_SID: stack.twilio.accountSid,
      AUTH_TOKEN: stack.twilio.authToken,
      SAMPLE_QUEUE: QUEUE,
      ALLOWED_ROLES: 'admin, wfo',
      ALLOW_QUERY_TOKEN: 'true',
    });
  });
  afterAll(() => strict.stop());

  it('narrows every endpoint to ALLOWED_ROLES', async () => {
    const transfer_task = JSON.stringify({ targetSid: QUEUE, attributes: {} });
    const ask = async (...roles: string[]) => {
      const body = new URLSearchParams({ taskSid: TASK, transfer_task, Token: stack.tokenFor(...roles) });
      return (await fetch(`${strict.url}/sample`, { method: 'POST', body })).status;
    };

    expect(await ask('agent', 'supervisor')).toBe(403);
    expect(await ask('wfo')).toBe(201);
  });

  it('accepts the token in a URL with ALLOW_QUERY_TOKEN', async () => {
    const token = stack.tokenFor('supervisor', 'admin');

    const response = await fetch(`${strict.url}/status?urgent=false&Token=${token}`);

    expect(await response.json()).toEqual({ success: true, urgent: false });
  });
});
