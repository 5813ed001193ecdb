import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './median';

const execute = promisify(execFile);
const TIMEOUT_MS = 30_000;

const timeLoad = `const started = performance.now(); require(process.argv[1]); console.log(performance.now() - started)`;

/**
 * Median milliseconds that `require` of each module takes in a fresh Node process, by module.
 * The modules take turns, so that a slow moment of the machine does not fall on one of them.
 */
export async function loadTimes(
  modules: readonly string[],
  cwd: string,
  rounds = 11,
): Promise<Map<string, number>> {
  const samples = new Map(modules.map((module): [string, number[]] => [module, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [module, times] of samples) {
      const { stdout } = await execute(process.execPath, ['-e', timeLoad, module], {
        cwd,
        timeout: TIMEOUT_MS,
      });
      times.push(Number(stdout));
    }
  }
  return new Map([...samples].map(([module, times]) => [module, median(times)]));
}
