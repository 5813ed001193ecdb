import { bootTime } from '@patchbay/emulator/browser';
import type { Scene } from '../openScenes';
import {
  ATTRIBUTION,
  attributionsOf,
  hangUpOf,
  leaveTo,
  panelOf,
  receive,
  transfersOf,
  wrapUpOf,
} from '../show';

/** From A's click to the call with B. */
export function carriedOut(scene: Scene): void {
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
      `Flex usable after ${(await bootTime(alice.page)).toFixed(0)} ms; from B's accept to A's wrap-up ${wrappedMs.toFixed(0)} ms\n`,
    );
    await bob.task(call.shown).waitFor();
    await bob.dismissNotifications();
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await alice.notification('The call has been transferred.').waitFor();

    const { workers } = await stage.centre.state();
    expect(await attributionsOf(stage, call)).toMatchObject([{ status: 'completed' }]);
    expect(await bob.tasks()).toEqual([expect.stringContaining(call.shown)]);
    expect(workers.find(({ name }) => name === 'bob')?.assigned).toMatchObject({
      voice: 1,
      bpo_assortment: 0,
    });
    expect(await transfersOf(stage, call)).toMatchObject([{ mode: 'COLD', status: 'complete' }]);
    await alice.complete();
  });

  scene('WARM: A stays on the call with B until A leaves it', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support', { mode: 'WARM' });
    await receive(bob, call.shown);
    await call.caller.until('is in a call of three or on hold', (seen) =>
      ['alice', 'bob'].every((name) => JSON.stringify(seen['with']).includes(name)),
    );
    expect((await attributionsOf(stage, call))[0]?.attributes).toMatchObject({ mode: 'WARM' });
    expect(await transfersOf(stage, call)).toMatchObject([{ mode: 'WARM' }]);

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
    expect(await attributionsOf(stage, call)).toHaveLength(1);
  });

  scene('invoked by other plugins, by task and by reservation: attributed once', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.page.evaluate(`(async () => {
      const { Actions, Manager } = Twilio.Flex;
      const tasks = [...Manager.getInstance().store.getState().flex.worker.tasks.values()];
      const task = tasks.find(({ taskSid }) => taskSid === '${call.taskSid}');
      const to = { targetSid: '${stage.stack.workspace.taskQueues['Support'] ?? ''}', options: { mode: 'COLD' } };
      await Actions.invokeAction('TransferTask', { task, ...to });
      await Actions.invokeAction('TransferTask', { sid: task.sid, ...to });
    })()`);
    await receive(bob, call.shown);
    await call.isWith('bob');
    expect(await attributionsOf(stage, call)).toHaveLength(1);
    expect(await transfersOf(stage, call)).toMatchObject([{ mode: 'COLD', status: 'complete' }]);
  });

  scene('A holds and unholds the caller in mid-wait: the transfer happens', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await alice.hold();
    await call.caller.until('hears music', ({ hears }) => JSON.stringify(hears).includes('music'));
    await panelOf(alice).getByText('Finding an agent of BPO_B…').waitFor();
    await alice.unhold();
    await call.caller.until('hears Alice', ({ hears }) => JSON.stringify(hears).includes('alice'));

    await receive(bob, call.shown);
    await call.isWith('bob');
    expect(await attributionsOf(stage, call)).toHaveLength(1);
    await hangUpOf(bob).waitFor();
  });
}
