import path from 'node:path';
import { startProcess } from '../processes/startProcess';
import { waitUntilReady } from '../processes/waitUntilReady';
import { createRepository } from '../testing/createRepository';

const register = require.resolve('esbuild-register/dist/node');
const program = (stop: string) => `
  require(${JSON.stringify(register)}).register({ target: 'node20' });
  const { stopOnSignals } = require(${JSON.stringify(path.join(__dirname, 'stopOnSignals.ts'))});
  stopOnSignals(${stop});
  setInterval(() => {}, 1000);
  console.log('ready');`;

describe('a command that is asked to end', () => {
  const start = async (stop: string) => {
    const repository = createRepository({ 'program.cjs': program(stop) });
    const started = startProcess({
      label: 'command',
      args: [repository.resolve('program.cjs')],
      cwd: repository.root,
    });
    await waitUntilReady<string>(started, (found) => {
      started.onLine(found);
    });
    repository.remove();
    return started;
  };

  it('stops what it started, then ends with the code that says so', async () => {
    const command = await start(`async () => { console.log('stopped') }`);
    await command.stop();
    await expect(command.ended).resolves.toBe('code 143');
    expect(command.lastLines(1)).toEqual(['stopped']);
  });

  it('says what went wrong and ends all the same', async () => {
    const command = await start(`async () => { throw new Error('stuck port') }`);
    await command.stop();
    await expect(command.ended).resolves.toBe('code 143');
    expect(command.lastLines(50).join('\n')).toContain('stuck port');
  });

  it('ends at once on a second signal', async () => {
    const command = await start(
      `() => { console.log('stopping'); process.kill(process.pid, 'SIGTERM'); return new Promise(() => {}) }`,
    );
    await command.stop();
    await expect(command.ended).resolves.toBe('code 143');
  });
});
