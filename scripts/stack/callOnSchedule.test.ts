import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../processes/listen';
import { callOnSchedule } from './callOnSchedule';

const SECRET = 'the-scheduler-knows-it';

/** A service that answers the first call with an error, and says when it has been called so often. */
async function startService() {
  const calls: IncomingMessage[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, answer) => {
    calls.push(request);
    answer.writeHead(calls.length === 1 ? 500 : 200).end('{}');
    for (const { count, resolve } of waiting) if (calls.length >= count) resolve();
  });
  const port = await listen(server, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    called: (count: number) => new Promise<void>((resolve) => waiting.push({ count, resolve })),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('a scheduler', () => {
  it('goes on calling with its secret, also after a failure, until it is stopped', async () => {
    const service = await startService();
    const thrice = service.called(3);
    const stop = callOnSchedule(service.origin, { path: '/reconcile', secret: SECRET, everyMs: 1 });

    await thrice;
    await stop();
    const then = service.calls.length;
    await new Promise((resolve) => setImmediate(resolve));

    expect(service.calls.every(({ method, url }) => method === 'POST' && url === '/reconcile')).toBe(true);
    expect(service.calls.at(-1)?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(service.calls).toHaveLength(then);
    service.stop();
  });

  it('waits before the first call', async () => {
    const service = await startService();

    await callOnSchedule(service.origin, { path: '/reconcile', secret: SECRET, everyMs: 60_000 })();

    expect(service.calls).toEqual([]);
    service.stop();
  });

  it('is stopped in the middle of a call that nobody answers', async () => {
    const heard = new Promise<void>((resolve) => {
      server.once('request', () => {
        resolve();
      });
    });
    const server = createServer();
    const port = await listen(server, 0);
    const stop = callOnSchedule(`http://127.0.0.1:${port}`, {
      path: '/reconcile',
      secret: SECRET,
      everyMs: 1,
    });
    await heard;

    await expect(stop()).resolves.toBeUndefined();
    server.closeAllConnections();
    server.close();
  });
});
