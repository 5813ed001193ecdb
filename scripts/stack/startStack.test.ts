import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import * as z from 'zod/mini';
import { buildService } from '../bundling/buildService';
import { listen } from '../processes/listen';
import { repositoryRoot } from '../services/repositoryRoot';
import { readService } from '../services/service';
import { createRepository, functionSource, serviceFiles, type Repository } from '../testing/createRepository';
import { sendRequest } from '../testing/sendRequest';
import { postAdmin, postForm } from './askTwilio';
import type { Stack } from './model';
import { startStack, type StackOptions } from './startStack';

const handle = (body: string) =>
  `export const handler = (context: Context, event: Record<string, never>, callback: (e: null, body: unknown) => void) => { ${body} };`;
const StackFile = z.object({
  twilio: z.object({ origin: z.string() }),
  console: z.string(),
  flex: z.record(z.string(), z.string()),
  workspace: z.object({ identities: z.object({ alice: z.object({ token: z.string() }) }) }),
  services: z.object({ greeter: z.object({ origin: z.string(), runtimes: z.array(z.string()) }) }),
});

describe('the whole of it on one machine', () => {
  let repository: Repository;
  let stack: Stack;
  const received: string[] = [];
  let arrived = (): void => undefined;
  const eventArrived = new Promise<void>((resolve) => (arrived = resolve));
  const options = (more: Partial<StackOptions> = {}): StackOptions => ({
    root: repository.root,
    scenario: {
      workspace: { friendlyName: 'Flex Task Assignment' },
      taskQueues: [{ friendlyName: 'Support', targetWorkers: '1==1' }],
      workflows: [
        { friendlyName: 'All', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
      ],
      workers: [{ friendlyName: 'alice' }],
      identities: [{ identity: 'alice', worker: 'alice' }],
    },
    services: [
      {
        name: 'greeter',
        processes: 2,
        env: ({ workspaceSid }) => ({ WORKSPACE_SID: workspaceSid }),
        events: { path: '/events', types: ['task.created'], basicAuth: 'user:password' },
      },
    ],
    flex: {
      pages: [{ name: 'alice', label: 'Alice', description: 'Agent' }],
      plugins: [{ name: 'plugin-greeter', version: '1.0.0', file: repository.resolve('plugin-greeter.js') }],
      features: ['flex-warm-transfers'],
      uiAttributes: ({ services, seeded }) => ({
        greeter: { url: services[0]?.origin, workspaceSid: seeded.workspaceSid },
      }),
    },
    ...more,
  });
  beforeAll(async () => {
    repository = createRepository(
      serviceFiles('greeter', {
        'src/functions/hello.ts': handle(
          'callback(null, { workspace: context.WORKSPACE_SID, domain: context.DOMAIN_NAME, origins: context.ALLOWED_ORIGINS });',
        ),
        'src/functions/part.private.ts': functionSource('private'),
        'src/functions/events.protected.ts': handle(
          `console.log('event', event[0].type, event.request.headers.authorization); callback(null, 'ok');`,
        ),
        'src/functions/workspaces.ts': handle(
          `context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE_SID).fetch()
             .then((found: { friendlyName: string }) => callback(null, found.friendlyName), (error: Error) => callback(null, error.message));`,
        ),
      }),
    );
    symlinkSync(`${repositoryRoot}/node_modules`, repository.resolve('node_modules'));
    await buildService(readService(repository.resolve('serverless/greeter')));
    stack = await startStack(
      options({
        onLine: (line) => {
          received.push(line);
          if (line.startsWith('event')) arrived();
        },
      }),
    );
  }, 30_000);
  afterAll(async () => {
    await stack.stop();
    repository.remove();
  });
  const origin = () => stack.services[0]!.origin;
  const page = () => `http://alice.localhost:${new URL(stack.twilio.origin).port}`;

  it('gives the service its workspace and its public name, behind the gateway', async () => {
    const { body } = await sendRequest(`${origin()}/hello`);
    expect(JSON.parse(body)).toEqual({
      workspace: stack.seeded.workspaceSid,
      domain: 'greeter-4242-dev.twil.io',
      origins: page(),
    });
    expect((await sendRequest(`${origin()}/part`)).status).toBe(404);
    expect((await sendRequest(`${origin()}/events`, { method: 'POST' })).status).toBe(403);
  });

  it("lets functions reach the local Twilio through Twilio's own SDK", async () => {
    expect(await sendRequest(`${origin()}/workspaces`)).toMatchObject({ body: 'Flex Task Assignment' });
  });

  it('tells the local Twilio of pages, plugins and where the services are', async () => {
    const { body } = await sendRequest(`${stack.twilio.origin}/_emulator/flex`);
    expect(JSON.parse(body)).toMatchObject({
      workspaceSid: stack.seeded.workspaceSid,
      pages: { alice: { identity: 'alice', label: 'Alice', description: 'Agent' } },
      plugins: [{ name: 'plugin-greeter', version: '1.0.0' }],
      features: ['flex-warm-transfers'],
      uiAttributes: { greeter: { url: origin(), workspaceSid: stack.seeded.workspaceSid } },
    });
  });

  it("has one plan of faults and one journal, the functions' included", async () => {
    const { port } = new URL(stack.twilio.origin);
    await postAdmin(stack.twilio, 'faults', {
      match: { host: 'greeter-4242-dev.twil.io' },
      times: 1,
      effect: { type: 'status', status: 503 },
    });
    expect((await sendRequest(`${origin()}/hello`)).status).toBe(503);
    expect((await sendRequest(`${origin()}/hello`)).status).toBe(200);

    const journal = await sendRequest(`http://127.0.0.1:${port}/_emulator/journal?kind=function&wait=5000`);
    expect(journal.body).toContain('"path":"/hello"');
  });

  it('goes over to what was built since', async () => {
    repository.write('serverless/greeter/src/functions/hello.ts', functionSource('built since'));
    repository.write('serverless/greeter/src/functions/added.ts', functionSource('added'));
    await buildService(readService(repository.resolve('serverless/greeter')));

    await stack.services[0]!.reload();

    expect((await sendRequest(`${origin()}/hello`)).body).toBe('built since');
    expect((await sendRequest(`${origin()}/added`)).body).toBe('added');
  });

  it('delivers TaskRouter events, signed, to the protected function', async () => {
    const { workspaceSid, workflows } = stack.seeded;
    const task = new URLSearchParams({ WorkflowSid: workflows['All']!, Attributes: '{}' });
    await postForm(stack.twilio, 'taskrouter.twilio.com', `/v1/Workspaces/${workspaceSid}/Tasks`, task);
    await eventArrived;
    const basic = Buffer.from('user:password').toString('base64');
    expect(received).toContain(`event com.twilio.taskrouter.task.created Basic ${basic}`);
  });

  it('writes everything down for this user only', () => {
    const {
      twilio,
      console: address,
      flex,
      workspace,
      services,
    } = z.parse(StackFile, JSON.parse(readFileSync(stack.file, 'utf8')));
    expect(twilio.origin).toBe(stack.twilio.origin);
    expect(flex).toEqual({ alice: page() });
    expect(address).toBe(page().replace('alice.', ''));
    expect(workspace.identities.alice.token).toBe(stack.seeded.identities['alice']!.token);
    expect(services.greeter).toMatchObject({ origin: origin() });
    expect(services.greeter.runtimes).toHaveLength(2);
    expect(statSync(stack.file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['twilio-port', 'the local Twilio'],
    ['service-port', 'greeter'],
  ])('names the taken port and --%s', async (option, what) => {
    const taken = createServer();
    const port = await listen(taken, 0);
    const ports = {
      twilio: option === 'twilio-port' ? port : 0,
      service: option === 'service-port' ? port : 0,
    };
    await expect(startStack(options({ ports }))).rejects.toThrow(
      new RegExp(`Port ${port} is taken, ${what} needs it.*--${option} N`),
    );
    taken.close();
  });

  it('stops everything again when a part does not start', async () => {
    const probe = createServer();
    const twilio = await listen(probe, 0);
    await new Promise((resolve) => probe.close(resolve));
    const written = readFileSync(stack.file, 'utf8');
    const services = [{ name: 'nowhere', env: () => ({}) }];
    const failed = startStack(options({ services, ports: { twilio, service: 0 } }));
    await expect(failed).rejects.toThrow('no built function');
    await expect(sendRequest(`http://127.0.0.1:${twilio}/`)).rejects.toThrow('ECONNREFUSED');
    expect(readFileSync(stack.file, 'utf8')).toBe(written);
  });

  it('frees its ports and removes the file when it stops', async () => {
    // A repository of its own: in the same one it would take the place of the other's file.
    const elsewhere = createRepository();
    cpSync(repository.resolve('serverless'), elsewhere.resolve('serverless'), { recursive: true });
    symlinkSync(`${repositoryRoot}/node_modules`, elsewhere.resolve('node_modules'));
    const again = await startStack(options({ root: elsewhere.root }));
    const address = again.services[0]!.origin;
    await Promise.all([again.stop(), again.stop()]);
    await expect(sendRequest(`${address}/hello`)).rejects.toThrow('ECONNREFUSED');
    await expect(sendRequest(`${again.twilio.origin}/`)).rejects.toThrow('ECONNREFUSED');
    expect(again.services[0]!.runtimes.map(({ running }) => running)).toEqual([false, false]);
    expect(existsSync(again.file)).toBe(false);
    elsewhere.remove();
  }, 30_000);
});
