import { createServer, type RequestListener } from 'node:http';
import { listen } from '../processes/listen';
import { callOnSchedule } from './callOnSchedule';

const SECRET = 'the-scheduler-knows-it';
const schedule = { path: '/reconcile', secret: SECRET, everyMs: 1 };

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function startService(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const port = await listen(server, 0);
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${port}`;
}

describe('a scheduler', () => {
  it('goes on calling with its secret, also after a failure, until it is stopped', async () => {
    const seen: unknown[] = [];
    let calledThrice = (): void => undefined;
    const thrice = new Promise<void>((resolve) => (calledThrice = resolve));
    const origin = await startService(({ method, url, headers }, response) => {
      seen.push({ method, url, authorization: headers.authorization });
      response.writeHead(seen.length === 1 ? 500 : 200).end('{}');
      if (seen.length === 3) calledThrice();
    });

    const stop = callOnSchedule(origin, schedule);
    await thrice;
    await stop();
    const calls = seen.length;
    // A round trip of the same server: whatever had been sent before has come.
    await fetch(origin);

    expect(seen[2]).toEqual({ method: 'POST', url: '/reconcile', authorization: `Bearer ${SECRET}` });
    expect(seen).toHaveLength(calls + 1);
  });

  it('waits before the first call', async () => {
    const seen: unknown[] = [];
    const origin = await startService((request, response) => {
      seen.push(request);
      response.end();
    });

    const stop = callOnSchedule(origin, { ...schedule, everyMs: 60_000 });
    await stop();

    expect(seen).toEqual([]);
  });

  it('is stopped in the middle of a call that nobody answers', async () => {
    let heard = (): void => undefined;
    const called = new Promise<void>((resolve) => (heard = resolve));
    const origin = await startService(() => {
      heard();
    });
    const stop = callOnSchedule(origin, schedule);
    await called;

    await expect(stop()).resolves.toBeUndefined();
  });
});
