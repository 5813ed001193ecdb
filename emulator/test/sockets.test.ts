import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startKernel, type Kernel } from './startKernel';

let kernel: Kernel;

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
  kernel = await startKernel({ name: 'event-bridge', routes: [], sockets });
});
afterEach(() => kernel.stop());

const connect = (path: string): WebSocket =>
  new WebSocket(`${kernel.origin.replace('http', 'ws')}/_host/event-bridge.twilio.com${path}`);
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
    expect(kernel.journal.entries()).toMatchObject([
      { status: 101, pattern: '/v1/:channel', query: ['token'] },
    ]);
    expect(JSON.stringify(kernel.journal.entries())).not.toContain('secret');
  });

  it('to a path nobody has is a loud 501', async () => {
    await expect(failure(connect('/v2/other/path'))).resolves.toContain('501');
    expect(kernel.journal.entries()).toMatchObject([{ status: 501, note: 'unrouted' }]);
  });

  it.each([
    [{ type: 'refuse' } as const, 'socket hang up'],
    [{ type: 'hang' } as const, 'socket hang up'],
    [{ type: 'lost-response' } as const, 'socket hang up'],
    [{ type: 'status', status: 429 } as const, '429'],
    [{ type: 'status-after', status: 503 } as const, '503'],
    [{ type: 'html' } as const, '502'],
  ])('can be faulted: %j', async (effect, message) => {
    kernel.faults.add({ match: { host: 'event-bridge' }, effect });

    await expect(failure(connect('/v1/wschannels'))).resolves.toContain(message);
  });

  it('is not slowed down, and the journal does not say so', async () => {
    kernel.faults.add({ effect: { type: 'latency', ms: 60_000 } });

    await once(connect('/v1/wschannels'), 'message');

    expect(kernel.journal.entries()).toMatchObject([{ status: 101, faults: [] }]);
  });

  it('is cut when the server stops', async () => {
    const socket = connect('/v1/wschannels');
    await once(socket, 'message');
    const closed = once(socket, 'close');

    await kernel.stop();

    expect((await closed)[0]).toBe(1006);
  });
});
