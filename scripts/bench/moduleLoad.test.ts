import { symlinkSync } from 'node:fs';
import { repositoryRoot } from '../services/repositoryRoot';
import { readService } from '../services/service';
import { createRepository } from '../testing/createRepository';
import { benchModuleLoad } from './moduleLoad';

it('compares the load of each built function with a bare https, loaded afresh each time', async () => {
  const repository = createRepository({
    'serverless/slow/package.json': '{"name":"slow"}',
    'serverless/slow/dist/functions/wait.js':
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80); exports.handler = 1;',
  });
  symlinkSync(`${repositoryRoot}/node_modules`, repository.resolve('node_modules'));
  const figures = await benchModuleLoad([readService(repository.resolve('serverless/slow'))], 2).run();
  repository.remove();
  const find = (name: string, unit: string) =>
    figures.find((figure) => figure.name === name && figure.unit === unit)?.value;
  expect(find('slow/wait.js', 'ms')).toBeGreaterThanOrEqual(80);
  expect(find('https', '× https')).toBe(1);
  expect(find('slow/wait.js', '× https')).toBeCloseTo(find('slow/wait.js', 'ms')! / find('https', 'ms')!);
});
