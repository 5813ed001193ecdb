import { createServer } from 'node:net';
import { createRepository } from '../testing/createRepository';
import { listen } from './listen';
import { startProcess } from './startProcess';
import { waitUntilReady } from './waitUntilReady';

const run = (code: string) => startProcess({ label: 'sample', args: ['-e', code], cwd: __dirname });
const firstLine = (process: ReturnType<typeof run>, timeoutMs?: number) =>
  waitUntilReady<string>(
    process,
    (found) => {
      process.onLine(found);
    },
    timeoutMs,
  );
/** A server that tells when the one process that connects to it has come and when it has gone. */
async function watchForOne() {
  let gone = (): void => undefined;
  let come = (): void => undefined;
  const hasCome = new Promise<void>((resolve) => (come = resolve));
  const hasGone = new Promise<void>((resolve) => (gone = resolve));
  const server = createServer((socket) => {
    come();
    socket.on('error', () => undefined).on('close', gone);
  });
  const port = await listen(server, 0);
  void hasGone.then(() => server.close());
  return { hasCome, hasGone, code: `require('net').connect(${port}, '127.0.0.1')` };
}

describe('child processes', () => {
  it('hands on nothing of this environment but PATH and HOME', async () => {
    process.env['A_SECRET_OF_THE_SHELL'] = 'x';
    const child = run('console.log(Object.keys(process.env).join())');
    delete process.env['A_SECRET_OF_THE_SHELL'];
    expect(await firstLine(child)).not.toContain('A_SECRET_OF_THE_SHELL');
    await child.ended;
  });

  it('fails fast with the last output of one that ends before it is ready', async () => {
    await expect(firstLine(run('process.stderr.write("no such table"); process.exit(3)'))).rejects.toThrow(
      'sample ended (code 3) before it was ready. Its last output:\nno such table',
    );
  });

  it('ends one that never gets ready', async () => {
    const child = run('setInterval(() => {}, 1000)');
    await expect(firstLine(child, 50)).rejects.toThrow('sample was not ready after 50 ms');
    expect(child.running).toBe(false);
  });

  it('stops the whole group', async () => {
    const grandchild = await watchForOne();
    const child = run(
      `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild.code)}])`,
    );
    await grandchild.hasCome;
    await child.stop();
    await expect(child.ended).resolves.toBe('SIGTERM');
    await grandchild.hasGone;
  });

  it('ends by force one that does not want to end', async () => {
    const child = run(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')`);
    await firstLine(child);
    await child.stop();
    await expect(child.ended).resolves.toBe('SIGKILL');
  });

  it('ends by itself when the process that started it is killed', async () => {
    const child = await watchForOne();
    const repository = createRepository({
      'parent.cjs': `
        require(${JSON.stringify(require.resolve('esbuild-register/dist/node'))}).register({ target: 'node20' });
        const { startProcess } = require(${JSON.stringify(`${__dirname}/startProcess.ts`)});
        startProcess({ label: 'child', cwd: '/', args: ['-e', ${JSON.stringify(child.code)}] });`,
    });
    const parent = startProcess({
      label: 'parent',
      args: [repository.resolve('parent.cjs')],
      cwd: repository.root,
    });
    await child.hasCome;
    await parent.kill();
    await child.hasGone;
    repository.remove();
  });
});
