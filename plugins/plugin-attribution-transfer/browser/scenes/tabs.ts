import type { FlexTab } from '@patchbay/emulator/browser';
import { failedRequest } from '../noise';
import type { Scene } from '../openScenes';
import { attributionsOf, FAILED, panelOf, receive, transfersOf, wrapUpOf } from '../show';

/** Two pages of one agent. */
export function tabs(scene: Scene): void {
  scene(
    'two tabs of A, of which one clicks or both at once: one attribution task, one transfer',
    async ({ stage, alice, bob }) => {
      const second = await alice.openTab();
      const both = [alice, second];
      const callToTransfer = async () => {
        const call = await stage.callFor(alice);
        await second.selectTask(call.shown);
        return call;
      };
      const isTransferredOnce = async (call: Awaited<ReturnType<typeof callToTransfer>>) => {
        await receive(bob, call.shown);
        await Promise.all(both.map((tab) => wrapUpOf(tab).waitFor()));
        await call.isWith('bob');
        expect(await attributionsOf(stage, call)).toHaveLength(1);
        expect(await transfersOf(stage, call)).toMatchObject([{ status: 'complete' }]);
        for (const tab of both) expect(await tab.notifications()).not.toContain(FAILED);
      };

      const one = await callToTransfer();
      await alice.transferToQueue('Support');
      await isTransferredOnce(one);
      await stage.clear(alice, second, bob);

      const other = await callToTransfer();
      const buttons = await Promise.all(both.map((tab) => tab.findTransferButton('Queues', 'Support')));
      await Promise.all(buttons.map((button) => button.click()));
      await Promise.all(both.map(isLooking));
      await isTransferredOnce(other);
      await second.close();
    },
    [failedRequest('the service gives the claim to one of the two pages')],
  );
}

const isLooking = (tab: FlexTab) => panelOf(tab).getByText('Finding an agent of BPO_B…').waitFor();
