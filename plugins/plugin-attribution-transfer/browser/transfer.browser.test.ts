import { bootTime } from '@patchbay/emulator/browser';
import { openScenes } from './scenes';
import { ATTRIBUTION, attributionsOf, leaveTo, panelOf, receive, wrapUpOf } from './show';

describe('a transfer to a queue, clicked through', () => {
  const scene = openScenes();

  scene('COLD: B accepts and has the call, A is in wrap-up', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await panelOf(alice).getByText('Finding an agent of BPO_B…').waitFor();

    await bob.selectTask(ATTRIBUTION);
    const card = bob.byTestId('patchbay-attribution');
    await card.getByText('Alice Adams').waitFor();
    await card.getByText('Support').waitFor();
    await bob.acceptTask(ATTRIBUTION);
    const acceptedAt = performance.now();
    await wrapUpOf(alice).waitFor();
    const wrappedMs = performance.now() - acceptedAt;
    process.stdout.write(
      `Flex usable after ${(await bootTime(alice.page)).toFixed(0)} ms; from B's accept to A's wrap-up ${wrappedMs.toFixed(0)} ms
`,
    );
    await bob.task(call.shown).waitFor();
    await bob.dismissNotifications();
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await alice.notification('The call has been transferred.').waitFor();

    const { workers } = await stage.centre.state();
    expect(await attributionsOf(stage, call.taskSid)).toMatchObject([{ status: 'completed' }]);
    expect(await bob.tasks()).toEqual([expect.stringContaining(call.shown)]);
    expect(workers.find(({ name }) => name === 'bob')?.assigned).toMatchObject({
      voice: 1,
      bpo_assortment: 0,
    });
    await alice.complete();
  });

  scene('WARM: A stays on the call with B until A leaves it', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support', { mode: 'WARM' });
    await receive(bob, call.shown);
    await call.caller.until('is in a call of three or on hold', (seen) =>
      ['alice', 'bob'].every((name) => JSON.stringify(seen['with']).includes(name)),
    );
    expect((await attributionsOf(stage, call.taskSid))[0]?.attributes).toMatchObject({ mode: 'WARM' });

    await leaveTo(alice);
    await call.isWith('bob');
    await alice.complete();
  });

  scene('a double click makes one attribution task', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    const button = await alice.findTransferButton('Queues', 'Support');
    await button.dblclick();
    await receive(bob, call.shown);
    await call.isWith('bob');
    expect(await attributionsOf(stage, call.taskSid)).toHaveLength(1);
  });

  scene('a transfer to a worker goes where it always went', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToWorker('Bob Brown');
    await bob.acceptTask(call.shown);
    await wrapUpOf(alice).waitFor();
    await call.isWith('bob');
    expect(await attributionsOf(stage, call.taskSid)).toEqual([]);
    expect(await panelOf(alice).count()).toBe(0);
  });
});
