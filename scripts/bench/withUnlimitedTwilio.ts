import path from 'node:path';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import * as z from 'zod/mini';
import { startProcess } from '../processes/startProcess';
import { waitUntilReady } from '../processes/waitUntilReady';
import { repositoryRoot } from '../services/repositoryRoot';
import { Seeded } from '../stack/seedScenario';

const Ready = z.object({ origin: z.string(), accountSid: z.string(), authToken: z.string(), seeded: Seeded });
/** A local Twilio that a bench has to itself, with the demo centre in it. */
export type UnlimitedTwilio = z.infer<typeof Ready>;

/** Runs a measurement against a local Twilio in a process of its own, to which this process is redirected meanwhile. */
export async function withUnlimitedTwilio<Figures>(
  measure: (twilio: UnlimitedTwilio) => Promise<Figures>,
): Promise<Figures> {
  const local = startProcess({
    label: 'local Twilio',
    args: [path.join(repositoryRoot, 'scripts/run.cjs'), 'bench/unlimitedTwilio'],
    cwd: repositoryRoot,
  });
  try {
    const ready = await waitUntilReady<UnlimitedTwilio>(local, (found) => {
      local.onLine((line) => {
        if (line.startsWith('{')) found(z.parse(Ready, JSON.parse(line)));
      });
    });
    const restore = redirectTwilio(ready.origin);
    try {
      return await measure(ready);
    } finally {
      restore();
    }
  } finally {
    await local.stop();
  }
}
