import * as z from 'zod/mini';
import { startFunctions } from './httpFunctions';

/** The program of one process of the service: says where it listens, and ends with the process that started it. */
async function run(): Promise<void> {
  const env = z.record(z.string(), z.string()).parse(JSON.parse(process.env['FUNCTION_ENV'] ?? ''));
  const { url } = await startFunctions(env);
  process.send?.({ url });
}

process.once('disconnect', () => process.exit());
void run();
