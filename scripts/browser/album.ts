import path from 'node:path';
import type { ContactCentre, FlexTab } from '@patchbay/emulator/browser';

/** Who is photographed, and where the pictures go. */
export interface Album {
  readonly centre: ContactCentre;
  readonly alice: FlexTab;
  readonly bob: FlexTab;
  readonly sam: FlexTab;
  /** Keeps what a page looks like as `<name>.png`; resolves to the name. */
  readonly take: (tab: FlexTab, name: string) => Promise<string>;
}

/** Opens the pages of Alice, Bob and their supervisor Sam. */
export async function openAlbum(centre: ContactCentre, folder: string): Promise<Album> {
  const [alice, bob] = await Promise.all([centre.openFlex('alice'), centre.openFlex('bob')]);
  const sam = await centre.openFlex('sam', { path: '/teams' });
  return {
    centre,
    alice,
    bob,
    sam,
    take: async (tab, name) => {
      await tab.screenshot(path.join(folder, `${name}.png`));
      return name;
    },
  };
}
