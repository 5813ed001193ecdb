import { holdSlowTimers } from '@patchbay/plugin-kit/browser';
import type { Scene } from '../openScenes';
import { ATTRIBUTION, attributionsOf, receive, transfersOf, wrapUpOf } from '../show';

/** An administrator switches the plugin off. */
export function killSwitch(scene: Scene): void {
  scene(
    'pages that are open attribute nothing new, and end what has begun',
    async ({ stage, alice, bob }) => {
      const [aliceLooks, bobLooks] = await Promise.all([alice, bob].map(holdSlowTimers));
      const call = await stage.callFor(alice);
      await alice.transferToQueue('Support');
      await bob.task(ATTRIBUTION).waitFor();
      await stage.configure('attributionTransfer', { enabled: false });
      await Promise.all([aliceLooks?.(), bobLooks?.()]);

      await receive(bob, call.shown);
      await wrapUpOf(alice).waitFor();
      await call.isWith('bob');
      await alice.dismissNotifications();
      await alice.complete();
      await bob.transferToQueue('Support');
      await alice.acceptTask(call.shown);
      await call.isWith('alice');

      expect(await attributionsOf(stage, call)).toHaveLength(1);
      expect(await transfersOf(stage, call)).toMatchObject([
        { to: expect.stringMatching(/^WK/) as string },
        { to: expect.stringMatching(/^WQ/) as string },
      ]);
      await stage.configure('attributionTransfer', { enabled: true });
      await Promise.all([aliceLooks?.(), bobLooks?.()]);
    },
  );
}
