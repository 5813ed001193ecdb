import { existsSync } from 'node:fs';
import { findServices } from '../services/findServices';
import { createRepository, functionSource, serviceFiles } from '../testing/createRepository';
import { buildAll } from './buildAll';
import { SIZE_LIMIT } from './sizeGate';

function collect() {
  const logged: string[] = [];
  const failed: string[] = [];
  return {
    logged,
    failed,
    output: {
      log: (line: string) => void logged.push(line),
      error: (line: string) => void failed.push(line),
    },
  };
}

describe('building every service', () => {
  it('prints a line per function with its size and its limit', async () => {
    const repository = createRepository({ ...serviceFiles('one'), ...serviceFiles('two') });
    const { logged, output } = collect();
    const built = await buildAll(findServices(repository.root), output);
    repository.remove();
    expect(built).toBe(true);
    expect(logged.join('\n')).toMatch(/one\/hello +public +0\.\d kB +0\.\d kB +\d+\.0 kB/);
    expect(logged.join('\n')).toMatch(/two\/hello/);
  });

  it('succeeds with a clear line when no service has functions', async () => {
    const repository = createRepository({ 'serverless/empty/package.json': '{"name":"empty"}' });
    const { logged, output } = collect();
    const built = await buildAll(findServices(repository.root), output);
    repository.remove();
    expect(built).toBe(true);
    expect(logged).toEqual([expect.stringContaining('Nothing to build')]);
  });

  it('shows where the code does not compile, builds the others, and fails', async () => {
    const repository = createRepository({
      ...serviceFiles('broken', { 'src/functions/hello.ts': `import './missing';` }),
      ...serviceFiles('whole'),
    });
    const { logged, failed, output } = collect();
    const built = await buildAll(findServices(repository.root), output);
    repository.remove();
    expect(built).toBe(false);
    expect(failed.join('\n')).toMatch(/broken: does not compile[^]*src\/functions\/hello\.ts:1:7/);
    expect(logged.join('\n')).toContain('whole/hello');
  });

  it('fails above the size gate and leaves a build to run locally', async () => {
    const big = functionSource('x'.repeat(SIZE_LIMIT));
    const repository = createRepository(serviceFiles('big', { 'src/functions/hello.ts': big }));
    const { failed, output } = collect();
    const built = await buildAll(findServices(repository.root), output);
    const exists = existsSync(repository.resolve('serverless/big/dist/functions/hello.js'));
    repository.remove();
    expect(built).toBe(false);
    expect(failed).toEqual([expect.stringContaining(`the limit is ${SIZE_LIMIT}`)]);
    expect(exists).toBe(true);
  });
});
