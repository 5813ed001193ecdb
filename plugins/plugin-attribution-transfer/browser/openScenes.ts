import type { FlexTab } from '@patchbay/emulator/browser';
import { configurePlugin, openSuite, type Scene as SceneOn, type Stage } from '@patchbay/plugin-kit/browser';

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

/** A test that plays on that floor. */
export type Scene = SceneOn<Floor>;

/** Opens the pages once for a suite; gives the way to define its scenes. */
export function openScenes(): Scene {
  let restore: (() => Promise<void>) | undefined;
  const scene = openSuite<Floor>(async (stage) => {
    // What a transfer does by itself when an agent drops; with recovery on the call would not end.
    restore = await configurePlugin(stage.centre, 'disconnectRecovery', { enabled: false });
    // With it a page that goes away does not end the call: its own suite plays that.
    await stage.configureThroughout('disconnectRecovery', { enabled: false });
    const open = (name: string) => stage.centre.openFlex(name);
    // A processor each, and then the third: all at once would take each of them longer than anybody waits.
    const [alice, bob] = await Promise.all([open('alice'), open('bob')]);
    const carol = await open('carol');
    return { floor: { stage, alice, bob, carol }, tabs: [alice, bob, carol] };
  });
  afterAll(() => restore?.());
  return scene;
}
