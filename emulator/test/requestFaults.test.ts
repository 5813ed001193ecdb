import type { RequestEffect } from '../src/kernel/faults/model';
import { startKernel, type Kernel } from './startKernel';

let performed = 0;
let kernel: Kernel;

beforeAll(async () => {
  const route = {
    method: 'POST',
    pattern: '/v1/Things',
    auth: 'none',
    handle: () => ({ status: 201, body: { performed: ++performed } }),
  } as const;
  kernel = await startKernel({ name: 'things', routes: [route] });
});
afterAll(() => kernel.stop());
beforeEach(() => {
  performed = 0;
  kernel.forget();
});

const callUnder = (...effects: RequestEffect[]): Promise<Response> => {
  for (const effect of effects) kernel.faults.add({ effect });
  return fetch(`${kernel.origin}/_host/things.twilio.com/v1/Things`, { method: 'POST' });
};

describe('a request under a fault', () => {
  it('status: is answered with the error, without the effect', async () => {
    const response = await callUnder({ type: 'status', status: 429, retryAfter: 2 });

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toEqual({
      code: 20429,
      message: 'Too Many Requests',
      more_info: 'https://www.twilio.com/docs/errors/20429',
      status: 429,
    });
    expect(performed).toBe(0);
  });

  it('status without retryAfter: has no Retry-After; its code can be chosen', async () => {
    const response = await callUnder({ type: 'status', status: 429, code: 54009 });

    expect(response.headers.has('retry-after')).toBe(false);
    expect(await response.json()).toMatchObject({ code: 54009 });
  });

  it('status-after: has its effect and is answered with the error', async () => {
    const response = await callUnder({ type: 'status-after', status: 503 });

    expect([response.status, performed]).toEqual([503, 1]);
    expect(kernel.journal.entries()).toMatchObject([
      { status: 503, hiddenStatus: 201, faults: ['status-after'] },
    ]);
  });

  it('lost-response: has its effect and gets no answer', async () => {
    await expect(callUnder({ type: 'lost-response' })).rejects.toThrow('fetch failed');

    expect(performed).toBe(1);
    expect(kernel.journal.entries()).toMatchObject([
      { status: 0, hiddenStatus: 201, faults: ['lost-response'] },
    ]);
  });

  it('refuse: has no effect and gets no answer', async () => {
    await expect(callUnder({ type: 'refuse' })).rejects.toThrow('fetch failed');

    expect(performed).toBe(0);
  });

  it('html: is answered with a page instead of JSON', async () => {
    const response = await callUnder({ type: 'html' });

    expect([response.status, response.headers.get('content-type'), performed]).toEqual([502, 'text/html', 0]);
    expect(await response.text()).toContain('<html>');
  });

  it('latency: waits in virtual time, then goes on as usual', async () => {
    const waiting = kernel.untilWaiting();
    const calling = callUnder({ type: 'latency', ms: 60_000 });
    await waiting;
    const before = performed;

    await kernel.clock.advance(60_000);

    expect([before, (await calling).status]).toEqual([0, 201]);
  });

  it.each([
    ['hang: has no effect', {}, 0],
    ['hang after the effect: has its effect', { afterEffect: true }, 1],
  ])('%s and never gets an answer', async (_name, more, effects) => {
    const waiting = kernel.untilWaiting();
    const calling = callUnder({ type: 'hang', ...more });
    const failed = expect(calling).rejects.toThrow('fetch failed');
    await waiting;

    await kernel.clock.advance(120_000);

    await failed;
    expect(performed).toBe(effects);
  });
});
