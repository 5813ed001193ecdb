import { once } from 'node:events';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { createLocalTwilio, type LocalTwilio, type SeededScenario } from '../src';

describe("the network of an agent's computer", () => {
  let twilio: LocalTwilio;
  let identities: SeededScenario['identities'];
  beforeEach(async () => {
    twilio = await createLocalTwilio();
    ({ identities } = await twilio.seed({
      workspace: { friendlyName: 'Small' },
      workers: [{ friendlyName: 'alice' }, { friendlyName: 'bob' }],
      identities: [
        { identity: 'alice', worker: 'alice' },
        { identity: 'bob', worker: 'bob' },
      ],
    }));
  });
  afterEach(() => twilio.stop());
  const host = (page: string) => `${page}.localhost:${new URL(twilio.origin).port}`;
  const get = (page: string, path = '/_emulator/health') =>
    new Promise<number>((resolve, reject) => {
      const sent = request(
        `${twilio.origin}${path}`,
        { headers: { host: host(page) }, agent: false },
        (answer) => {
          resolve(answer.resume().statusCode ?? 0);
        },
      );
      sent.on('error', reject).end();
    });
  const openSocket = async (page: string) => {
    const token = identities[page]!.token;
    const url = `${twilio.origin.replace('http', 'ws')}/_host/event-bridge.twilio.com/v1/wschannels?token=${token}`;
    const socket = new WebSocket(url, { headers: { host: host(page) } });
    socket.on('error', () => undefined);
    await once(socket, 'open');
    return socket;
  };
  const post = (body: object) =>
    fetch(`${twilio.origin}/_emulator/network`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('cuts what is open and refuses what is new while it is off, of that page alone', async () => {
    const [alice, bob] = await Promise.all(['alice', 'bob'].map(openSocket));
    const cut = once(alice!, 'close');

    await post({ page: 'alice', online: false });

    expect((await cut)[0]).toBe(1006);
    await expect(get('alice')).rejects.toThrow('socket hang up');
    await expect(openSocket('alice')).rejects.toThrow('socket hang up');
    expect(bob!.readyState).toBe(WebSocket.OPEN);
    await expect(get('bob')).resolves.toBe(200);
    bob!.terminate();
  });

  it('is back when it is switched on again', async () => {
    twilio.networks.setOnline('alice', false);
    twilio.networks.setOnline('alice', true);
    await expect(get('alice')).resolves.toBe(200);
  });

  it('shows who is off and who has a page open', async () => {
    const socket = await openSocket('alice');
    await post({ page: 'bob', online: false });

    const shown: unknown = await (await fetch(`${twilio.origin}/_emulator/network`)).json();

    expect(shown).toEqual({
      pages: [
        { page: 'alice', online: true, sockets: 1 },
        { page: 'bob', online: false, sockets: 0 },
      ],
    });
    socket.terminate();
  });

  it('takes only names that a page can have', async () => {
    const answer = await post({ page: 'alice.localhost', online: false });
    expect(answer.status).toBe(400);
  });

  it('can be switched on again when as many are off as can be', async () => {
    for (let index = 0; index < 1_000; index += 1) twilio.networks.setOnline(`page-${index}`, false);

    expect((await post({ page: 'one-more', online: false })).status).toBe(400);
    expect((await post({ page: 'page-7', online: true })).status).toBe(200);
    expect((await post({ page: 'one-more', online: false })).status).toBe(200);
  });

  it('is part of what strikes the requests of a page to functions', async () => {
    twilio.networks.setOnline('alice', false);
    twilio.faults.add({
      match: { host: 'greeter-1-dev.twil.io' },
      times: 1,
      effect: { type: 'lost-response' },
    });
    const strike = async (page: string, method = 'POST'): Promise<unknown> => {
      const answer = await fetch(`${twilio.origin}/_emulator/faults/strike`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          host: 'greeter-1-dev.twil.io',
          method,
          path: '/hello',
          origin: `http://${host(page)}`,
        }),
      });
      return answer.json();
    };

    expect(await strike('alice')).toEqual({ online: false, effects: [] });
    expect(await strike('bob', 'OPTIONS')).toEqual({ online: true, effects: [] });
    expect(await strike('bob')).toEqual({ online: true, effects: [{ type: 'lost-response' }] });
    expect(await strike('bob')).toEqual({ online: true, effects: [] });
  });
});
