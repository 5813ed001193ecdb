import { parseArgs } from 'node:util';
import { buildAll } from './bundling/buildAll';
import { watchServices } from './bundling/watchServices';
import { findServices } from './services/findServices';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run build [-- service…] [--watch]`: bundles the functions of all or the named services. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { watch: { type: 'boolean', default: false } },
  });
  const services = findServices(repositoryRoot, positionals);
  const built = await buildAll(services, console);
  if (!values.watch) process.exitCode = built ? 0 : 1;
  else watchServices(services, repositoryRoot, () => buildAll(services, console));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
