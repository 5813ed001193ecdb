import { FailureBody } from '../../src/contracts';
import { QUEUE, TASK } from './localStack';
import { startRuntime } from './runtime';
import { silenceConsole } from './silenceConsole';

silenceConsole();

const ask = async (path: string, env: Record<string, string>, body?: URLSearchParams) => {
  const runtime = await startRuntime(['sample', 'health'], env);
  try {
    const response = await fetch(runtime.url + path, body ? { method: 'POST', body } : {});
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  } finally {
    await runtime.stop();
  }
};

const account = { ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: '0123456789abcdef0123456789abcdef' };
const complete = { ...account, SAMPLE_QUEUE: QUEUE, EVENTS_BASIC_AUTH: 'user:password-of-it' };
const validInput = new URLSearchParams({
  taskSid: TASK,
  transfer_task: JSON.stringify({ targetSid: QUEUE, attributes: {} }),
});

describe('a function whose configuration is not complete', () => {
  it('lists every missing name, its own and the host’s', async () => {
    const { status, body } = await ask('/sample', {}, validInput);

    expect(status).toBe(500);
    expect(body).toEqual({
      success: false,
      error: 'This service is not configured completely.',
      code: 'configuration_missing',
      details: ['Missing SAMPLE_QUEUE', 'Missing ACCOUNT_SID', 'Missing AUTH_TOKEN'],
    });
  });

  it('tells the caller of a wrong input first', async () => {
    expect((await ask('/sample', {}, new URLSearchParams())).status).toBe(400);
  });
});

describe('the health function', () => {
  it('is content when nothing is missing', async () => {
    expect(await ask('/health', complete)).toEqual({
      status: 200,
      body: { success: true, service: 'sample-service', version: '1.2.3' },
    });
  });

  it('names what any endpoint of the service would miss, and what cannot be read, never a value', async () => {
    const { status, body } = await ask('/health', {
      ...account,
      SAMPLE_QUEUE: 'WQsecret',
      ALLOWED_ROLES: 'x',
    });

    expect(status).toBe(500);
    expect(FailureBody.parse(body).details).toEqual([
      'SAMPLE_QUEUE must be WQ followed by 32 hex digits',
      'Missing EVENTS_BASIC_AUTH',
    ]);
  });

  it('accepts a setting’s other name', async () => {
    const { SAMPLE_QUEUE, ...others } = complete;

    expect((await ask('/health', { ...others, OLD_SAMPLE_QUEUE: SAMPLE_QUEUE })).status).toBe(200);
  });
});
