import path from 'node:path';
import type { Allowance, FlexTab } from '@patchbay/emulator/browser';
import { openStage, type Stage } from './stage';

const BOOTS_MS = 180_000;
const SCENE_MS = 90_000;
/** Screenshots, consoles and the journal of scenes that failed. */
const FAILURES = path.join(__dirname, '../../../.local/browser-failures');

/** What a scene plays with: Alice of BPO_A and Bob of BPO_B each have Flex open. */
export interface Floor {
  readonly stage: Stage;
  readonly alice: FlexTab;
  readonly bob: FlexTab;
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
    const [alice, bob] = await Promise.all([stage.centre.openFlex('alice'), stage.centre.openFlex('bob')]);
    floor = { stage, alice, bob };
  }, BOOTS_MS);
  afterAll(() => floor?.stage.close());

  return (name, play, allowed) => {
    it(
      name,
      async () => {
        if (floor === undefined) throw new Error('Flex was not opened.');
        const { stage, alice, bob } = floor;
        try {
          await play(floor);
          await stage.clear(alice, bob);
          await stage.centre.expectClean(allowed);
        } catch (error) {
          await stage.centre.saveArtefacts(path.join(FAILURES, name.replace(/\W+/g, '-')));
          // The next scene is to fail for reasons of its own.
          await stage.clear(alice, bob).catch(() => undefined);
          await stage.centre.expectClean().catch(() => undefined);
          throw error;
        }
      },
      SCENE_MS,
    );
  };
}
