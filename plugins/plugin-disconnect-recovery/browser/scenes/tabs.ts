import type { FlexTab } from '@patchbay/emulator/browser';
import type { Scene } from '../openScenes';
import { answerCall, dialogOf, isTogether, pingsOf, reconnectsOf } from '../show';

/** A call rings in every tab of its agent, and the one that answers first has the leg. */
const hasLeg = (tab: FlexTab): Promise<boolean> =>
  tab.page.evaluate<boolean>(
    'Twilio.Flex.Manager.getInstance().store.getState().flex.phone.activeCall !== undefined',
  );

/** Two pages of one agent. */
export function tabs(scene: Scene): void {
  scene('an agent with two tabs, once, and only when the tab with the call reloads', async (floor) => {
    const { stage, alice } = floor;
    const second = await alice.openTab();
    const call = await answerCall(stage, alice);
    const [talking, other] = (await hasLeg(alice)) ? [alice, second] : [second, alice];
    await other.reload();
    await isTogether(call, 'alice');
    expect(await pingsOf(stage, call)).toEqual([]);

    await talking.reload();
    await stage.centre.until(
      'the caller is enqueued',
      async () => (await reconnectsOf(stage, call)).length > 0,
    );
    await isTogether(call, 'alice');
    for (const tab of [alice, second]) await dialogOf(tab).waitFor({ state: 'detached' });
    expect(await pingsOf(stage, call)).toMatchObject([{ status: 'completed' }]);
    expect(await reconnectsOf(stage, call)).toMatchObject([{ status: 'assigned' }]);
    await call.caller.hangUp();
    // Either of them may have it selected.
    await alice.selectTask(call.shown);
    await alice.complete();
    await second.close();
  });
}
