import type { FlexTab } from '@patchbay/emulator/browser';
import { openSuite, type Stage } from '@patchbay/plugin-kit/browser';

/** What a scene plays with: Alice of BPO_A and Bob of BPO_B each have Flex open. */
interface Floor {
  readonly stage: Stage;
  readonly alice: FlexTab;
  readonly bob: FlexTab;
}

/** Opens the pages once for a suite; gives the way to define its scenes. */
export const openScenes = () =>
  openSuite<Floor>(async (stage) => {
    const [alice, bob] = await Promise.all([stage.centre.openFlex('alice'), stage.centre.openFlex('bob')]);
    return { floor: { stage, alice, bob }, tabs: [alice, bob] };
  });
