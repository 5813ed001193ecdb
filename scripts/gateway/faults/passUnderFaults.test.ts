import { createServer, type Server } from 'node:http';
import { listen } from '../../processes/listen';
import { sendRequest } from '../../testing/sendRequest';
import { startGateway, type Gateway } from '../startGateway';
import type { Strike, Struck } from './faults';
import type { Execution } from './passUnderFaults';

describe('a fault at a function', () => {
  let upstream: Server;
  let gateway: Gateway;
  let strike: Strike;
  let calls: number;
  const asked: Struck[] = [];
  const executed: Execution[] = [];
  beforeEach(async () => {
    calls = 0;
    asked.length = 0;
    executed.length = 0;
    upstream = createServer((_, response) => {
      calls += 1;
      response.end('done');
    });
    const port = await listen(upstream, 0);
    gateway = await startGateway({
      port: 0,
      domain: 'greeter-4242-dev.twil.io',
      authToken: 'f'.repeat(32),
      resources: () => new Map([['/open', 'public']]),
      upstreamPorts: () => [port],
      askForStrike: (request) => {
        asked.push(request);
        return Promise.resolve(strike);
      },
      onExecuted: (execution) => executed.push(execution),
    });
  });
  afterEach(async () => {
    await gateway.stop();
    upstream.close();
  });
  const given = (...effects: Strike['effects']) => (strike = { online: true, effects });
  const send = () =>
    sendRequest(`${gateway.origin}/open?a=1`, {
      method: 'POST',
      headers: { origin: 'http://alice.localhost:4010' },
    });

  it('is asked for by method, path and page', async () => {
    given();
    expect((await send()).body).toBe('done');
    expect(asked).toEqual([{ method: 'POST', path: '/open', origin: 'http://alice.localhost:4010' }]);
    expect(executed).toMatchObject([{ method: 'POST', path: '/open', status: 200, faults: [] }]);
  });

  it('loses the answer of what was done', async () => {
    given({ type: 'lost-response' });
    await expect(send()).rejects.toThrow('socket hang up');
    expect(calls).toBe(1);
    expect(executed).toMatchObject([{ status: 0, faults: ['lost-response'] }]);
  });

  it('cuts off a page without network before anything is done', async () => {
    strike = { online: false, effects: [] };
    await expect(send()).rejects.toThrow('socket hang up');
    expect(calls).toBe(0);
    expect(executed).toEqual([]);
  });

  it.each([
    ['instead of the function', 'status', 0],
    ['after the function', 'status-after', 1],
  ] as const)('answers %s, as the platform would', async (_, type, done) => {
    given({ type: 'latency', ms: 1 }, { type, status: 429, retryAfter: 2 });
    const answer = await send();
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(calls).toBe(done);
  });
});
