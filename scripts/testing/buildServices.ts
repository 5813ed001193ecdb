import { buildAll } from '../bundling/buildAll';
import { findServices } from '../services/findServices';
import { repositoryRoot } from '../services/repositoryRoot';

/** Before tests of functions as they are deployed: builds every service. */
export default async function buildServices(): Promise<void> {
  const built = await buildAll(findServices(repositoryRoot), {
    log: () => undefined,
    error: (problem) => {
      console.error(problem);
    },
  });
  if (!built) throw new Error('The services do not build.');
}
