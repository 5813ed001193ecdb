import path from 'node:path';
import type { Allowance, FlexTab } from '@patchbay/emulator/browser';
import { openStage, type Stage } from './stage';

const BOOTS_MS = 180_000;
const SCENE_MS = 90_000;
/** Screenshots, consoles and the journal of scenes that failed. */
const FAILURES = path.join(__dirname, '../../../.local/browser-failures');

/**
 * What a scene plays with: Alice of BPO_A and Bob of BPO_B, with softphones in their pages, and Carol with a desk telephone
 * each have Flex open.
 */
export interface Floor {
  readonly stage: Stage;
  readonly alice: FlexTab;
  readonly bob: FlexTab;
  readonly carol: FlexTab;
}

/** A test that plays on the floor, leaves it clear, and finds nothing wrong but what is allowed. */
export type Scene = (
  name: string,
  play: (floor: Floor) => Promise<void>,
  allowed?: readonly Allowance[],
) => void;

/** Opens the pages once for a suite; gives the way to define its scenes. */
export function openScenes(): Scene {
  let floor: Floor | undefined;
  beforeAll(async () => {
    const stage = await openStage();
    // Whatever was left by those who played before.
    await stage.clear();
    const open = (name: string) => stage.centre.openFlex(name);
    const [alice, bob, carol] = await Promise.all([open('alice'), open('bob'), open('carol')]);
    floor = { stage, alice, bob, carol };
  }, BOOTS_MS);
  afterAll(() => floor?.stage.close());

  return (name, play, allowed) => {
    it(
      name,
      async () => {
        if (floor === undefined) throw new Error('Flex was not opened.');
        const { stage, alice, bob, carol } = floor;
        try {
          await play(floor);
          await stage.clear(alice, bob, carol);
          await stage.centre.expectClean(allowed);
        } catch (error) {
          await stage.centre.saveArtefacts(path.join(FAILURES, name.replace(/\W+/g, '-')));
          await restore(floor).catch(() => undefined);
          throw error;
        }
      },
      SCENE_MS,
    );
  };
}

/** The next scene is to fail for reasons of its own. */
async function restore({ stage, alice, bob, carol }: Floor): Promise<void> {
  await stage.clear();
  for (const tab of [alice, bob, carol]) {
    for (const page of tab.page.context().pages()) if (page !== tab.page) await page.close();
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
    await tab.reload();
  }
  await stage.centre.expectClean().catch(() => undefined);
}
