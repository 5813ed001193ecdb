import path from 'node:path';
import { listFiles } from '../services/listFiles';
import type { Service } from '../services/service';
import type { Bench, Figure } from './figure';
import { loadTimes } from './loadTimes';

/** What any function that calls Twilio has to load anyway. */
const BASELINE = 'https';
/** What a function avoids by taking the SDK's client from its context. */
const SDK = 'twilio';

/** How long each built function of the services takes to load: the part of a cold start that is ours. */
export const benchModuleLoad = (services: readonly Service[], rounds?: number): Bench => ({
  name: `module load, median of ${rounds ?? 11} fresh processes`,
  async run() {
    const figures: Figure[] = [];
    for (const { name, dir } of services) {
      const folder = path.join(dir, 'dist/functions');
      const files = listFiles(folder).filter((file) => file.endsWith('.js'));
      if (files.length === 0) continue;
      const modules = [BASELINE, SDK, ...files.map((file) => path.join(folder, file))];
      const times = await loadTimes(modules, dir, rounds);
      const baseline = times.get(BASELINE) ?? NaN;
      for (const [module, ms] of times) {
        const label = path.isAbsolute(module) ? `${name}/${path.relative(folder, module)}` : module;
        figures.push({ name: label, value: ms / baseline, unit: `× ${BASELINE} (${ms.toFixed(1)} ms)` });
      }
    }
    return figures;
  },
});
