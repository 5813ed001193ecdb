import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import * as z from 'zod/mini';
import { buildService } from '../bundling/buildService';
import { listen } from '../processes/listen';
import { repositoryRoot } from '../services/repositoryRoot';
import { readService } from '../services/service';
import { createRepository, serviceFiles, type Repository } from '../testing/createRepository';
import { sendRequest } from '../testing/sendRequest';
import { startRuntime, type Runtime } from './startRuntime';
import { startRuntimes } from './startRuntimes';

const source = {
  'src/functions/context.ts': `export const handler = (context: object, event: object, callback: (e: null, body: object) => void) => {
    callback(null, { ...context, ...event });
  };`,
  'src/functions/count.ts': `let count = 0;
    export const handler = (c: unknown, e: unknown, callback: (e: null, body: object) => void) => {
    count += 1; console.log('counted', count); callback(null, { count, pid: process.pid });
  };`,
  'src/functions/call.ts': `import https from 'node:https';
    export const handler = (c: unknown, event: { host: string }, callback: (e: null, body: string) => void) => {
    https.get('https://' + event.host + '/v1/Anything', (r) => { r.resume(); callback(null, 'status ' + r.statusCode); })
      .on('error', (error) => callback(null, error.message));
  };`,
  'src/functions/hang.ts': 'export const handler = () => { console.log("hanging"); };',
};

const Counted = z.object({ count: z.number(), pid: z.number() });
const readCount = (body: string) => z.parse(Counted, JSON.parse(body));

describe('the local runtime', () => {
  let repository: Repository;
  let twilio: Server;
  let emulatorOrigin: string;
  const runtimes: Runtime[] = [];
  beforeAll(async () => {
    repository = createRepository(serviceFiles('greeter', source));
    symlinkSync(`${repositoryRoot}/node_modules`, repository.resolve('node_modules'));
    await buildService(readService(repository.resolve('serverless/greeter')));
    twilio = createServer((_, response) => response.writeHead(418).end());
    emulatorOrigin = `http://127.0.0.1:${await listen(twilio, 0)}`;
  });
  afterEach(async () => {
    await Promise.all(runtimes.splice(0).map((runtime) => runtime.stop()));
  });
  afterAll(() => {
    twilio.close();
    repository.remove();
  });
  const optionsWith = (env: Record<string, string> = {}, onLine?: (line: string) => void) => ({
    serviceDir: repository.resolve('serverless/greeter'),
    port: 0,
    env,
    emulatorOrigin,
    stateDir: repository.resolve('.local'),
    ...(onLine ? { onLine } : {}),
  });
  const given = async (...options: Parameters<typeof optionsWith>) => {
    const runtime = await startRuntime(optionsWith(...options));
    runtimes.push(runtime);
    return runtime;
  };
  const ask = async (runtime: Runtime, path: string) =>
    (await sendRequest(`http://127.0.0.1:${runtime.port}${path}`)).body;

  it('gives functions exactly the variables of the deployment, from a file only this user can read', async () => {
    const env = {
      ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      DOMAIN_NAME: 'greeter-4242-dev.twil.io',
      PLAN: '{"name":"O\'Neil & \\"Sons\\" #1","limit":5}',
      TEXT: 'two\nlines',
      EMPTY: '',
    };
    const runtime = await given(env);
    const context: unknown = JSON.parse(await ask(runtime, '/context?q=1'));
    expect(context).toMatchObject({
      ...env,
      q: '1',
      PATH: '/context',
      request: expect.anything() as unknown,
    });
    expect(context).not.toHaveProperty('HOME');
    const file = repository.resolve(`.local/greeter-${process.pid}.env`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('DOMAIN_NAME=');
  });

  it('sends calls to Twilio to the local one and refuses every other host', async () => {
    const runtime = await given();
    expect(await ask(runtime, '/call?host=taskrouter.twilio.com')).toBe('status 418');
    expect(await ask(runtime, '/call?host=example.com')).toMatch(/refused/);
  });

  it('keeps modules between requests and collects what functions write', async () => {
    const lines: string[] = [];
    const runtime = await given({}, (line) => lines.push(line));
    await ask(runtime, '/count');
    expect(JSON.parse(await ask(runtime, '/count'))).toMatchObject({ count: 2 });
    await runtime.stop();
    expect(lines).toEqual(expect.arrayContaining(['counted 1', 'counted 2']));
    expect(runtime.lastLines(500)).toEqual(expect.arrayContaining(['counted 1', 'counted 2']));
  });

  it('remembers nothing where each request has a process of its own, with all calls still redirected', async () => {
    const runtime = await startRuntime({ ...optionsWith(), forkEachRequest: true });
    runtimes.push(runtime);
    const answers = [await ask(runtime, '/count'), await ask(runtime, '/count')].map(readCount);
    expect(answers.map(({ count }) => count)).toEqual([1, 1]);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
    expect(await ask(runtime, '/call?host=taskrouter.twilio.com')).toBe('status 418');
    expect(await ask(runtime, '/call?host=example.com')).toMatch(/refused/);
  });

  it('dies in the middle of a request when killed and comes back on the same port', async () => {
    let hanging = (): void => undefined;
    const started = new Promise<void>((resolve) => (hanging = resolve));
    const runtime = await given({}, (line) => {
      if (line === 'hanging') hanging();
    });
    const { port } = runtime;
    const unanswered = expect(ask(runtime, '/hang')).rejects.toThrow();
    await started;
    await runtime.kill();
    await unanswered;
    expect(runtime.running).toBe(false);

    await runtime.restart();
    expect(runtime.port).toBe(port);
    expect(JSON.parse(await ask(runtime, '/count'))).toMatchObject({ count: 1 });
  });

  it('starts several processes of one service', async () => {
    runtimes.push(...(await startRuntimes(2, optionsWith())));
    const answers = await Promise.all(runtimes.map((runtime) => ask(runtime, '/count')));
    expect(new Set(answers).size).toBe(2);
    expect(runtimes.map(({ label }) => label)).toEqual(['greeter#1', 'greeter#2']);
  });

  it('says at once that its port is taken', async () => {
    const taken = createServer();
    const port = await listen(taken, 0);
    await expect(startRuntime({ ...optionsWith(), port })).rejects.toThrow(
      new RegExp(`greeter ended \\(code 1\\) before it was ready[^]*Port ${port}: listen EADDRINUSE`),
    );
    taken.close();
  });
});
