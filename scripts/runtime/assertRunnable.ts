import { createRequire } from 'node:module';
import path from 'node:path';
import { listFiles } from '../services/listFiles';

/**
 * Throws for what `twilio-run start` would accept and then serve wrongly: nothing built (every path is 404), or no runtime
 * handler to be found (it falls back, silently, to an old server without `event.request`).
 */
export function assertRunnable(serviceDir: string): void {
  const built = listFiles(path.join(serviceDir, 'dist/functions')).some((file) => file.endsWith('.js'));
  if (!built) throw new Error(`${serviceDir} has no built function. Run: npm run build`);
  try {
    createRequire(path.join(serviceDir, 'package.json')).resolve('@twilio/runtime-handler/dev');
  } catch (cause) {
    throw new Error(`${serviceDir} cannot find @twilio/runtime-handler. Run: npm ci`, { cause });
  }
}
