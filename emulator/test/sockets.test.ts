import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createDispatch } from '../src/kernel/dispatch';
import { createFaultPlan } from '../src/kernel/faults/faultPlan';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import { startServer, type KernelServer } from '../src/kernel/server';
import { createVirtualClock } from '../src/kernel/virtualClock';

const clock = createVirtualClock({ mode: 'paused' });
const journal = createJournal(clock);
const faults = createFaultPlan(seededRandom(1));
let server: KernelServer;

beforeEach(async () => {
  const sockets = [
    {
      pattern: '/v1/:channel',
      accept: (
        socket: WebSocket,
        { host, params, query }: { host: string; params: object; query: URLSearchParams },
      ) => {
        socket.send(JSON.stringify({ host, ...params, token: query.get('token') }));
      },
    },
  ];
  server = await startServer({
    port: 0,
    dispatch: createDispatch([{ name: 'event-bridge', routes: [], sockets }], 'AC1', 'token'),
    clock,
    journal,
    faults,
    requestIds: seededRandom(2),
    admin: () => Promise.resolve(),
  });
  journal.clear();
  faults.clear();
});
afterEach(() => server.stop());

const connect = (path: string): WebSocket =>
  new WebSocket(`${server.origin.replace('http', 'ws')}/_host/event-bridge.twilio.com${path}`);
const failure = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) =>
    socket.once('error', ({ message }) => {
      resolve(message);
    }),
  );

describe('a WebSocket', () => {
  it('goes to the product of its host and path', async () => {
    const socket = connect('/v1/wschannels?token=secret');

    const message = await new Promise((resolve) => socket.once('message', resolve));

    expect(JSON.parse(String(message))).toEqual({
      host: 'event-bridge.twilio.com',
      channel: 'wschannels',
      token: 'secret',
    });
    expect(journal.entries()).toMatchObject([{ status: 101, pattern: '/v1/:channel', query: ['token'] }]);
    expect(JSON.stringify(journal.entries())).not.toContain('secret');
  });

  it('to a path nobody has is a loud 501', async () => {
    await expect(failure(connect('/v2/other/path'))).resolves.toContain('501');
    expect(journal.entries()).toMatchObject([{ status: 501, note: 'unrouted' }]);
  });

  it.each([
    [{ type: 'refuse' } as const, 'socket hang up'],
    [{ type: 'status', status: 503 } as const, '503'],
  ])('can be faulted: %j', async (effect, message) => {
    faults.add({ match: { host: 'event-bridge' }, effect });

    await expect(failure(connect('/v1/wschannels'))).resolves.toContain(message);
  });

  it('is cut when the server stops', async () => {
    const socket = connect('/v1/wschannels');
    await once(socket, 'message');
    const closed = once(socket, 'close');

    await server.stop();

    expect((await closed)[0]).toBe(1006);
  });
});
