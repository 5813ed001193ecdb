import { findServices } from '../services/findServices';
import { createRepository, functionSource, serviceFiles } from '../testing/createRepository';
import { buildService } from './buildService';
import { watchServices } from './watchServices';

it('rebuilds after a change, a function that is new included', async () => {
  const repository = createRepository(serviceFiles('greeter'));
  const services = findServices(repository.root);
  let stop = (): void => undefined;
  const rebuilt = new Promise<string[]>((resolve) => {
    stop = watchServices(services, repository.root, async () => {
      const { bundle } = await buildService(services[0]!);
      resolve(bundle.functions.map(({ path }) => path));
    });
  });

  repository.write('serverless/greeter/src/functions/added.ts', functionSource('added'));

  expect(await rebuilt).toEqual(['/added', '/hello']);
  stop();
  repository.remove();
});
