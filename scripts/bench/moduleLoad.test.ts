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
  const [https, , slow] = figures;
  const milliseconds = Number(/\(([\d.]+) ms\)/.exec(slow!.unit)![1]);
  expect(https).toMatchObject({ name: 'https', value: 1 });
  expect(slow).toMatchObject({ name: 'slow/wait.js' });
  expect(milliseconds).toBeGreaterThanOrEqual(80);
  expect(slow!.value * Number(/\(([\d.]+) ms\)/.exec(https!.unit)![1])).toBeCloseTo(milliseconds, -1);
});
