import { failureOf } from './failureOf';
import type { LocalStack } from './localStack';
import { QUEUE, TASK, startLocalStack } from './localStack';
import { silenceConsole } from './silenceConsole';

let stack: LocalStack;
let token: string;
silenceConsole();
beforeAll(async () => {
  stack = await startLocalStack({ ALLOWED_ORIGINS: 'https://flex.twilio.com, https://desk.example.com/' });
  token = stack.tokenFor('agent');
});
afterAll(() => stack.stop());

const transfer_task = { targetSid: QUEUE, attributes: { name: 'Bo', nested: [1, { a: null }] } };
const input = { taskSid: TASK, transfer_task };

const postForm = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${stack.runtime.url}/sample`, { method: 'POST', headers, body: new URLSearchParams(fields) });
const postJson = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${stack.runtime.url}/sample`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('a function under Twilio’s own runtime', () => {
  it('answers a JSON request with what the handler returned', async () => {
    const response = await postJson({ ...input, Token: token, urgent: true, tries: 2 });

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      success: true,
      received: { ...input, mode: 'WARM', urgent: true, tries: 2 },
      identity: 'ann_40example_2Ecom',
      queue: QUEUE,
    });
  });

  it('reads the same request from a form, nested values as JSON text', async () => {
    const response = await postForm({
      Token: token,
      taskSid: TASK,
      transfer_task: JSON.stringify(transfer_task),
      mode: 'COLD',
      urgent: 'false',
      tries: '2',
    });

    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      received: { ...input, mode: 'COLD', urgent: false, tries: 2 },
    });
  });

  it('accepts the token as a bearer too', async () => {
    const response = await postJson(input, { Authorization: `Bearer ${token}` });

    expect(response.status).toBe(201);
  });

  it('takes the types of JSON at their word', async () => {
    const response = await postJson({ ...input, Token: token, urgent: 'true', tries: '2' });

    expect((await failureOf(response)).details).toEqual([
      'urgent must be true or false',
      'tries must be a number',
    ]);
  });

  it('collects everything that is wrong with the input', async () => {
    const response = await postForm({
      Token: token,
      transfer_task: '{"targetSid":"WQ1"}',
      mode: 'HOT',
      urgent: 'yes',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      success: false,
      error: 'Validation error',
      code: 'validation_failed',
      details: [
        'Missing taskSid',
        'transfer_task.targetSid must be WQ followed by 32 hex digits',
        'Missing transfer_task.attributes',
        'mode must be one of WARM, COLD',
        'urgent must be true or false',
      ],
    });
  });

  it('lets a page of an allowed origin read answers and their headers, failures too', async () => {
    const response = await postForm({}, { Origin: 'https://desk.example.com' });

    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://desk.example.com');
    expect(response.headers.get('access-control-expose-headers')).toBe(
      'Retry-After, X-Correlation-Id, X-Idempotent-Replay',
    );
    expect(response.headers.get('vary')).toBe('Origin');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('does not let any other page read them', async () => {
    const response = await postForm({}, { Origin: 'https://evil.example.com' });

    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('keeps a well-formed correlation id and replaces another', async () => {
    const kept = await postForm({}, { 'X-Correlation-Id': 'click-12345678' });
    const replaced = await postForm({}, { 'X-Correlation-Id': 'a "quoted" id' });

    expect(kept.headers.get('x-correlation-id')).toBe('click-12345678');
    expect(replaced.headers.get('x-correlation-id')).toMatch(/^[\w-]{22}$/);
  });

  it('marks a replay', async () => {
    const response = await postJson({ ...input, Token: token, note: 'replay' });

    expect(response.status).toBe(200);
    expect(response.headers.get('x-idempotent-replay')).toBe('true');
  });

  it('says when to come back', async () => {
    const response = await postJson({ ...input, Token: token, note: 'in flight' });

    expect(response.status).toBe(409);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toEqual({ success: false, error: 'Already on it.', code: 'in_flight' });
  });

  it.each(['throw', 'reject'])(
    'turns what a handler does not catch into a 500 without its words (%s)',
    async (note) => {
      const response = await postJson({ ...input, Token: token, note });

      expect(response.status).toBe(500);
      const body = await response.text();
      expect(JSON.parse(body)).toMatchObject({ success: false, code: 'internal' });
      expect(body).not.toMatch(/upstream|555|reading/);
    },
  );

  it('sends only what the contract names', async () => {
    const response = await postJson({ ...input, Token: token, note: 'leak' });

    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('not in the contract');
  });

  it('answers 500 rather than a body that breaks the contract', async () => {
    const response = await postJson({ ...input, Token: token, note: 'break contract' });

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal' });
  });

  it('refuses a GET of what is a POST', async () => {
    const response = await fetch(`${stack.runtime.url}/sample?Token=${token}&taskSid=${TASK}`);

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ success: false, code: 'method_not_allowed' });
  });

  it('refuses a body the platform cannot read', async () => {
    const response = await fetch(`${stack.runtime.url}/sample`, { method: 'POST', body: 'hello' });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed_body' });
  });

  it('refuses a body that is too large', async () => {
    const response = await postJson({
      ...input,
      transfer_task: { ...transfer_task, attributes: { a: 'x'.repeat(100_001) } },
    });

    expect(response.status).toBe(400);
    expect(await failureOf(response)).toMatchObject({
      code: 'malformed_body',
      error: 'The body is larger than 100000 characters.',
    });
  });

  it('hands the handler neither the token nor fields the contract does not know', async () => {
    const response = await postJson({ ...input, Token: token, isAdmin: true });

    expect(await response.json()).toHaveProperty('received', { ...input, mode: 'WARM' });
  });
});
