import { createServer, type RequestListener, type Server } from 'node:http';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import twilio from 'twilio';
import { requestTwilio } from '../src/twilio';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const WORKSPACES = 'https://taskrouter.twilio.com/v1/Workspaces';
const read = { effect: 'read', method: 'get', url: WORKSPACES } as const;
const create = {
  effect: 'create',
  method: 'post',
  url: WORKSPACES,
  form: { FriendlyName: 'A & B' },
} as const;

describe('requestTwilio, through the SDK, on a bad network', () => {
  let server: Server;
  let undo: () => void;
  let sockets = 0;

  const answerWith = async (listener: RequestListener): Promise<void> => {
    sockets = 0;
    server = createServer(listener).on('connection', () => (sockets += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not on a port');
    undo = redirectTwilio(`http://127.0.0.1:${address.port}`);
  };
  afterEach(async () => {
    undo();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = () => twilio(ACCOUNT, 'token', { lazyLoading: true, autoRetry: false });

  it('sends a form, and gives body and ETag', async () => {
    let sent = '';
    await answerWith((request, response) => {
      request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
      request.on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json', etag: '"7"' }).end('{"sid":"WS1"}');
      });
    });

    const answer = await requestTwilio(client(), create, 1_000);

    expect(answer).toEqual({ body: { sid: 'WS1' }, etag: '"7"' });
    expect(sent).toBe('FriendlyName=A%20%26%20B');
  });

  it('names the version in If-Match', async () => {
    let ifMatch: string | undefined;
    await answerWith((request, response) => {
      ifMatch = request.headers['if-match'];
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });

    await requestTwilio(client(), { ...create, effect: 'update', ifMatch: '"7"' }, 1_000);

    expect(ifMatch).toBe('"7"');
  });

  it('keeps its connection from call to call', async () => {
    await answerWith((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    const sdk = client();

    for (let n = 0; n < 5; n += 1) await requestTwilio(sdk, read, 1_000);

    expect(sockets).toBe(1);
  });

  it.each([
    ['never answers', () => undefined],
    [
      'drips an answer that never ends',
      (_request, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
    ],
  ] satisfies [string, RequestListener][])('ends a call in time when Twilio %s', async (_name, listener) => {
    await answerWith(listener);

    await expect(requestTwilio(client(), create, 100)).rejects.toMatchObject({
      reason: 'timeout',
      outcome: 'ambiguous',
    });
  });

  it('knows that nothing was sent when nobody listens', async () => {
    await answerWith(() => undefined);
    await new Promise((resolve) => server.close(resolve));

    await expect(requestTwilio(client(), create, 1_000)).rejects.toMatchObject({
      reason: 'unreachable',
      outcome: 'not-executed',
    });
  });

  it('does not know whether a connection that broke had done its work', async () => {
    await answerWith((request) => {
      request.socket.destroy();
    });

    await expect(requestTwilio(client(), create, 1_000)).rejects.toMatchObject({
      reason: 'broken',
      outcome: 'ambiguous',
    });
  });

  it('refuses what the SDK itself refuses to send', async () => {
    await answerWith(() => undefined);

    await expect(requestTwilio(client(), { ...read, url: 'no address' }, 1_000)).rejects.toMatchObject({
      code: 'twilio_unavailable',
    });
  });
});
