import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AdminClient } from './adminClient';
import type { Session } from './session';

const JOURNAL_TAIL = 300;

/** Writes screenshots and consoles of every page and the end of the journal to a folder, for whoever looks why a test failed. */
export async function saveArtefacts(
  folder: string,
  admin: AdminClient,
  sessions: readonly Session[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, context, watch } of sessions) {
    for (const [index, page] of context.pages().entries()) {
      // A page that has crashed or hangs can't be pictured; its console still can be read.
      await page
        .screenshot({ path: path.join(folder, `${name}-${index + 1}.png`), timeout: 5_000 })
        .catch(() => undefined);
    }
    await writeFile(path.join(folder, `${name}.console.log`), `${watch.console.join('\n')}\n`);
  }
  const journal = await admin.get(`journal?limit=${JOURNAL_TAIL}`);
  await writeFile(path.join(folder, 'journal.json'), `${JSON.stringify(journal, undefined, 2)}\n`);
}
