import { benchEmulatorThroughput } from './bench/emulatorThroughput';
import type { Bench } from './bench/figure';
import { benchHandlerOverhead } from './bench/handlerOverhead';
import { benchLookupOverhead } from './bench/lookupOverhead';
import { benchModuleLoad } from './bench/moduleLoad';
import { benchRecoveryStorm } from './bench/recoveryStorm';
import { printFigures } from './bench/printFigures';
import { findServices } from './services/findServices';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run bench`: every bench, one after the other; `npm run bench -- storm`: those with that in their names. */
const benches: readonly Bench[] = [
  benchEmulatorThroughput,
  benchHandlerOverhead,
  benchLookupOverhead,
  benchModuleLoad(findServices(repositoryRoot)),
  benchRecoveryStorm,
];

async function main(part = ''): Promise<void> {
  const chosen = benches.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  if (chosen.length === 0)
    throw new Error(`No bench has "${part}" in its name: ${benches.map(({ name }) => name).join('; ')}`);
  for (const bench of chosen) {
    console.log(`\n${bench.name}`);
    console.log(printFigures(await bench.run()));
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
