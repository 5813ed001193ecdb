import path from 'node:path';
import type { Allowance, FlexTab } from '@patchbay/emulator/browser';
import { openStage, type Stage } from './stage';

const BOOTS_MS = 300_000;
const SCENE_MS = 180_000;
/** Screenshots, consoles and the journal of scenes that failed. */
const FAILURES = path.join(__dirname, '../../../.local/browser-failures');

/** What the scenes of a suite play with, and the pages to leave clear after each. */
export interface Setting<Floor> {
  readonly floor: Floor;
  readonly tabs: readonly FlexTab[];
}

/** The call of the scene before may still be on its way out of the page when the next one is taken. */
const PARTING: Allowance = {
  kind: 'console error',
  text: /ghost voice call was active/,
  because: 'Flex ends what is left of the call before by itself',
};

/** A test that plays on the floor, leaves it clear, and finds nothing wrong but what is allowed. */
export type Scene<Floor> = (
  name: string,
  play: (floor: Floor) => Promise<void>,
  allowed?: readonly Allowance[],
) => void;

/** Opens the pages once for a suite; gives the way to define its scenes. */
export function openSuite<Floor>(open: (stage: Stage) => Promise<Setting<Floor>>): Scene<Floor> {
  let stage: Stage | undefined;
  let setting: Setting<Floor> | undefined;
  beforeAll(async () => {
    stage = await openStage();
    // Whatever was left by those who played before.
    await stage.clear();
    setting = await open(stage);
  }, BOOTS_MS);
  afterAll(() => stage?.close());

  return (name, play, allowed) => {
    it(
      name,
      async () => {
        if (stage === undefined || setting === undefined) throw new Error('Flex was not opened.');
        const { floor, tabs } = setting;
        try {
          await play(floor);
          await stage.clear(...tabs);
          await stage.centre.expectClean([...(allowed ?? []), PARTING]);
        } catch (error) {
          await stage.centre.saveArtefacts(path.join(FAILURES, name.replace(/\W+/g, '-')));
          await restore(stage, tabs).catch(() => undefined);
          throw error;
        }
      },
      SCENE_MS,
    );
  };
}

/** The next scene is to fail for reasons of its own. */
async function restore(stage: Stage, tabs: readonly FlexTab[]): Promise<void> {
  await stage.clear();
  for (const tab of tabs) {
    for (const page of tab.page.context().pages()) if (page !== tab.page) await page.close();
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
    await tab.reload();
  }
  await stage.centre.expectClean().catch(() => undefined);
}
