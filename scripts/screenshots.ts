import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openContactCentre } from '@patchbay/emulator/browser';
import { prepareStack } from './browser/prepareStack';
import { openAlbum } from './browser/album';
import { photographLookup } from './browser/photographLookup';
import { photographRecovery } from './browser/photographRecovery';
import { photographTransfer } from './browser/photographTransfer';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run screenshots`: plays each system in the real Flex UI and keeps what it looks like in docs/images. */
async function main(): Promise<void> {
  const folder = path.join(repositoryRoot, 'docs/images');
  await mkdir(folder, { recursive: true });
  const stack = await prepareStack(console.log);
  try {
    const centre = await openContactCentre({
      origin: stack.twilio.origin,
      viewport: { width: 1280, height: 640 },
    });
    try {
      const album = await openAlbum(centre, folder);
      for (const photograph of [photographTransfer, photographRecovery, photographLookup]) {
        for await (const name of photograph(album)) console.log(`docs/images/${name}.png`);
      }
    } finally {
      await centre.close();
    }
  } finally {
    await stack.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
