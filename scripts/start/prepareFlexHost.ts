import path from 'node:path';
import { buildFlexHost } from '@patchbay/emulator';

/** A bundle that is found is there sooner. */
const WORTH_TELLING_MS = 500;

/** Bundles Flex UI where the local Twilio looks for it, unless it is there; so that no page has to wait for it. */
export async function prepareFlexHost(root: string, log: (line: string) => void): Promise<void> {
  const startedMs = performance.now();
  const tell = setTimeout(() => {
    log('Bundling Flex UI (once, until its version changes) …');
  }, WORTH_TELLING_MS);
  await buildFlexHost(path.join(root, '.local/flex-host')).finally(() => {
    clearTimeout(tell);
  });
  const tookMs = performance.now() - startedMs;
  if (tookMs > WORTH_TELLING_MS) log(`Bundled Flex UI in ${(tookMs / 1000).toFixed(1)} s.`);
}
