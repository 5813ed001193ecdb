import { benchEmulatorThroughput } from './bench/emulatorThroughput';
import type { Bench } from './bench/figure';
import { benchHandlerOverhead } from './bench/handlerOverhead';
import { benchLookupOverhead } from './bench/lookupOverhead';
import { benchModuleLoad } from './bench/moduleLoad';
import { benchRecoveryStorm } from './bench/recoveryStorm';
import { printFigures } from './bench/printFigures';
import { findServices } from './services/findServices';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run bench`: every bench, one after the other. */
const benches: readonly Bench[] = [
  benchEmulatorThroughput,
  benchHandlerOverhead,
  benchLookupOverhead,
  benchModuleLoad(findServices(repositoryRoot)),
  benchRecoveryStorm,
];

async function main(): Promise<void> {
  for (const bench of benches) {
    console.log(`\n${bench.name}`);
    console.log(printFigures(await bench.run()));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
