import { failedRequest } from '../noise';
import type { Scene } from '../openScenes';
import { FAILED, attributionsOf, panelOf, transfersOf, wrapUpOf } from '../show';

/** What the plugin leaves as it is without it. */
export function untouched(scene: Scene): void {
  scene('a transfer to a worker goes where it always went', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToWorker('Bob Brown');
    await bob.acceptTask(call.shown);
    await wrapUpOf(alice).waitFor();
    await call.isWith('bob');
    expect(await attributionsOf(stage, call)).toEqual([]);
    expect(await panelOf(alice).count()).toBe(0);
  });

  scene(
    "one that fails is told in Flex's words, with Flex's reason",
    async ({ stage, alice }) => {
      const call = await stage.callFor(alice);
      await call.isWith('alice');
      const button = await alice.findTransferButton('Agents', 'Bob Brown');
      await button.waitFor();
      await stage.centre.faults.add({
        match: { host: 'event-bridge', method: 'POST' },
        effect: { type: 'status', status: 400 },
      });
      await button.click();
      await alice.notification(/^Transfer failed: \S/).waitFor();
      expect(await alice.notifications()).not.toContain(FAILED);
      await stage.centre.faults.clear();
      expect(await transfersOf(stage, call)).toEqual([]);
    },
    [
      failedRequest('TaskRouter refuses the transfer'),
      {
        kind: 'console error',
        text: /transfer|Could not ensure conference|setEndConferenceOnExit|Request failed with\s+400/i,
        because: 'Flex says what it tried before it gave the transfer up',
      },
    ],
  );

  scene('a chat is transferred to a queue by Flex alone', async ({ stage, alice, bob }) => {
    await stage.account.setActivity('alice', 'Available');
    await stage.account.setActivity('bob', 'Unavailable');
    await stage.centre.configureFlex({ features: ['flex-warm-transfers', 'new-transfer-experience'] });
    await alice.reload();
    await stage.centre.configureFlex({ features: ['flex-warm-transfers'] });
    const mary = await stage.centre.customer.chat({ name: 'Mary Major', workflow: 'Assign to anyone' });
    await mary.write('My parcel is wet');
    await alice.acceptTask('Mary Major');
    const asked = (await stage.centre.requests()).at(-1)?.sequence ?? 0;
    await stage.account.setActivity('bob', 'Available');

    await alice.byTestId('task-actions-menu-toggle').click();
    await alice.byTestId('task-transfer-button').click();
    await alice.page.locator('.Twilio-WorkerDirectory').waitFor();
    const button = await alice.findTransferButton('Queues', 'Support');
    await button.click();
    await alice.page.getByRole('button', { name: 'Confirm transfer' }).click();
    await bob.acceptTask('Mary Major');
    await alice.complete();

    await mary.until('only bob', ({ agents }) => JSON.stringify(agents) === '["bob"]');
    const ofService = { host: stage.stack.services['attribution-transfer']?.domain ?? '', since: asked };
    expect(await stage.centre.requests(ofService)).toEqual([]);
    await alice.reload();
  });
}
