import * as z from 'zod/mini';
import { startFunctions } from './startFunctions';

const Options = z.object({
  folder: z.string(),
  env: z.record(z.string(), z.string()),
  forkEachRequest: z.exactOptional(z.boolean()),
});

/** The program of one process of a service: says where it listens, and ends with the process that started it. */
async function run(): Promise<void> {
  const { url } = await startFunctions(Options.parse(JSON.parse(process.env['FUNCTIONS'] ?? '')));
  process.send?.({ url });
}

process.once('disconnect', () => process.exit());
void run();
