import { parseArgs } from 'node:util';
import { checkService } from './deployable/checkService';
import { findServices } from './services/findServices';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run check [-- service…]`: what Twilio's uploader would let through silently, with the way to mend it; exit code 1 if any. */
function main(): void {
  const { positionals } = parseArgs({ allowPositionals: true });
  const services = findServices(repositoryRoot, positionals);
  const findings = services.flatMap((service) => checkService(service, repositoryRoot));
  for (const { problem, mend } of findings) console.error(`✗ ${problem}\n  ${mend}`);
  if (findings.length > 0) process.exitCode = 1;
  else console.log(`${services.map(({ name }) => name).join(', ') || 'No service'}: ready to deploy.`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
