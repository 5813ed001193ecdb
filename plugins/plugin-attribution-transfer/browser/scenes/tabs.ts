import { failedRequest } from '../noise';
import type { Scene } from '../openScenes';
import { attributionsOf, FAILED, panelOf, receive, transfersOf, wrapUpOf } from '../show';

const refusedClaim = failedRequest('the service gives the claim to one of the two pages');

/** Two pages of one agent. */
export function tabs(scene: Scene): void {
  scene(
    'two tabs of A, one of which clicks: one transfer',
    async ({ stage, alice, bob }) => {
      const second = await alice.openTab();
      const call = await stage.callFor(alice);
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await second.selectTask(call.shown);
      await Promise.all([wrapUpOf(alice).waitFor(), wrapUpOf(second).waitFor()]);
      await call.isWith('bob');
      expect(await transfersOf(stage, call)).toMatchObject([{ status: 'complete' }]);
      await second.close();
    },
    [refusedClaim],
  );

  scene(
    'two tabs of A that both click: one attribution task, one transfer',
    async ({ stage, alice, bob }) => {
      const second = await alice.openTab();
      const call = await stage.callFor(alice);
      await second.selectTask(call.shown);
      const buttons = await Promise.all(
        [alice, second].map((tab) => tab.findTransferButton('Queues', 'Support')),
      );
      await Promise.all(buttons.map((button) => button.click()));
      await Promise.all(
        [alice, second].map((tab) => panelOf(tab).getByText('Finding an agent of BPO_B…').waitFor()),
      );
      await receive(bob, call.shown);
      await Promise.all([wrapUpOf(alice).waitFor(), wrapUpOf(second).waitFor()]);
      await call.isWith('bob');

      expect(await attributionsOf(stage, call)).toHaveLength(1);
      expect(await transfersOf(stage, call)).toMatchObject([{ status: 'complete' }]);
      for (const tab of [alice, second]) expect(await tab.notifications()).not.toContain(FAILED);
      await second.close();
    },
    [refusedClaim],
  );
}
