import type { Scene } from '../openScenes';
import { dialogOf, pingsOf } from '../show';

/** An administrator switches the plugin off. */
export function killSwitch(scene: Scene): void {
  scene('ends a call with its agent, as without the plugin; supervisors are told', async (floor) => {
    const { stage, alice, sam } = floor;
    await stage.configure('disconnectRecovery', { enabled: false }, alice, sam);
    const call = await stage.callFor(alice);
    await call.isWith('alice');
    await alice.reload();

    await call.caller.until('is let go', ({ status }) => status === 'completed');
    await alice.complete();
    await sam.goTo('Teams');
    await sam.goTo('Recoveries');
    await sam
      .byTestId('patchbay-recoveries')
      .getByText(/Disconnect recovery is switched off\./)
      .waitFor();
    expect(await pingsOf(stage, call)).toEqual([]);
    expect(await dialogOf(alice).count()).toBe(0);
  });
}
