import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...args: string[]): {
  child: ChildProcess;
  firstLine: Promise<string>;
  ended: Promise<[number | null, string]>;
} {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.cjs'), 'emulator', ...args], {
    cwd: ROOT,
  });
  running.push(child);
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const end = printed.indexOf('\n');
      if (end >= 0) resolve(printed.slice(0, end));
    });
  });
  const ended = once(child, 'close').then(([code]: unknown[]): [number | null, string] => [
    typeof code === 'number' ? code : null,
    complaint,
  ]);
  return { child, firstLine, ended };
}

describe('npm run emulator', () => {
  it('prints one JSON line when it is ready, and stops cleanly when told', async () => {
    const { child, firstLine, ended } = start('--port', '0', '--seed', '3', '--auth-token', 'a'.repeat(32));

    const ready: unknown = JSON.parse(await firstLine);
    child.kill('SIGTERM');

    expect(ready).toEqual({
      origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      accountSid: expect.stringMatching(/^AC[0-9a-f]{32}$/) as string,
      authToken: 'a'.repeat(32),
      syncServiceSid: expect.stringMatching(/^IS/) as string,
    });
    await expect(ended).resolves.toEqual([0, '']);
  }, 20_000);

  it('says that the port is taken and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const result = await start('--port', String(port)).ended;
    other.close();

    expect(result).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
  }, 20_000);

  it('explains its arguments when they make no sense', async () => {
    await expect(start('--prot', '1').ended).resolves.toEqual([1, expect.stringContaining('--port N')]);
  }, 20_000);
});
