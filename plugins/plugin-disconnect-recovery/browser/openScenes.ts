import type { FlexTab } from '@patchbay/emulator/browser';
import { openSuite, type Scene as SceneOn, type Stage } from '@patchbay/plugin-kit/browser';

/** What a scene plays with: Alice and Bob with softphones in their pages, and Sam who supervises them. */
export interface Floor {
  readonly stage: Stage;
  /** Another page after a scene that closed it. */
  alice: FlexTab;
  readonly bob: FlexTab;
  readonly sam: FlexTab;
  /** The pages to leave clear; a scene that opens Alice's anew puts it here. */
  readonly tabs: FlexTab[];
}

/** A test that plays on that floor. */
export type Scene = SceneOn<Floor>;

/** Opens the pages once for a suite; gives the way to define its scenes. */
export const openScenes = (): Scene =>
  openSuite<Floor>(async (stage) => {
    const open = (name: string) => stage.centre.openFlex(name);
    // A processor each, and then the third: all at once would take each of them longer than anybody waits.
    const [alice, bob] = await Promise.all([open('alice'), open('bob')]);
    const sam = await open('sam');
    await sam.goTo('Recoveries');
    const tabs = [alice, bob];
    return { floor: { stage, alice, bob, sam, tabs }, tabs };
  });
