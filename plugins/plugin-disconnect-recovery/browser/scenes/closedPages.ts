import type { Scene } from '../openScenes';
import { answerCall, isTogether, latestEnded, pingsOf, reconnectsOf } from '../show';

/** Longer than a ping lives (scripts/browser/patient.ts). */
const PING_LIFE_MS = 121_000;

/** Pages that do not come back. */
export function closedPages(scene: Scene): void {
  scene('whose tab is closed: the customer is with another one', async (floor) => {
    const { stage, bob, sam } = floor;
    const call = await answerCall(stage, floor.alice);
    await floor.alice.close();
    await stage.centre.until('the agent is asked back', async () => (await pingsOf(stage, call)).length > 0);
    await stage.centre.advance(PING_LIFE_MS);
    await bob.acceptTask(call.shown);

    await isTogether(call, 'bob');
    expect(await reconnectsOf(stage, call)).toHaveLength(1);
    await latestEnded(sam)
      .filter({ hasText: 'Taken over by Bob Brown' })
      .filter({ hasText: 'Expired' })
      .waitFor();
    floor.alice = await stage.centre.openFlex('alice');
    floor.tabs[0] = floor.alice;
  });
}
