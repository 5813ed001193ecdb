import type { Scene } from '../openScenes';
import { holdBackCompletions, sayInterrupted, swallowAnswers } from '../obstacles';
import {
  ATTRIBUTION,
  attributionsOf,
  leaveTo,
  nothingIsLeft,
  panelOf,
  press,
  receive,
  takeCall,
  transfersOf,
  wrapUpOf,
} from '../show';

/** Pages that go away in the middle and come back. */
export function reloads(scene: Scene): void {
  scene('A with a softphone reloads while waiting: the call is over, both are told', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await alice.reload();

    await call.caller.until('hears nothing any more', ({ status }) => status === 'completed');
    await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
    await alice.notification('The call ended before it was transferred.').waitFor();
    expect(await attributionsOf(stage, call)).toMatchObject([{ status: 'canceled' }]);
  });

  scene('A with a softphone reloads while B is asked to take the call, COLD: B gets it', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.acceptTask(ATTRIBUTION);
    await bob.task(call.shown).waitFor();
    await alice.reload();

    await takeCall(bob, call.shown);
    await call.isWith('bob');
    await alice.notification('The call has been transferred.').waitFor();
    expect(await transfersOf(stage, call)).toMatchObject([{ status: 'complete' }]);
    await nothingIsLeft(stage, call);
  });

  scene(
    'A with a softphone reloads while B is asked to take the call, WARM: it is over, both are told',
    async (floor) => {
      const { stage, alice, bob } = floor;
      const call = await stage.callFor(alice);
      await alice.transferToQueue('Support', { mode: 'WARM' });
      await bob.acceptTask(ATTRIBUTION);
      await bob.task(call.shown).waitFor();
      await alice.reload();

      await call.caller.until('hears nothing any more', ({ status }) => status === 'completed');
      await bob.task(call.shown).waitFor({ state: 'detached' });
      await alice.notification('The call ended before it was transferred.').waitFor();
      await nothingIsLeft(stage, call);
    },
  );

  scene('A with a telephone reloads while waiting: the transfer happens', async ({ stage, bob, carol }) => {
    const call = await stage.callFor(carol);
    await carol.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await carol.reload();

    await receive(bob, call.shown);
    await wrapUpOf(carol).waitFor();
    await call.isWith('bob');
  });

  scene('A with a telephone reloads while it has claimed the transfer: it happens once', async (floor) => {
    const { stage, bob, carol } = floor;
    const call = await stage.callFor(carol);
    await carol.transferToQueue('Support');
    // A's page gets no further: the claim is its, and it never hears of it.
    const claims = await swallowAnswers(carol, 'claim-transfer');
    await bob.acceptTask(ATTRIBUTION);
    await claims.first;
    await carol.page.unrouteAll({ behavior: 'ignoreErrors' });
    await carol.reload();

    await takeCall(bob, call.shown);
    await wrapUpOf(carol).waitFor();
    await call.isWith('bob');
    expect(await transfersOf(stage, call)).toMatchObject([{ status: 'complete' }]);
  });

  scene(
    'A with a telephone reloads while B is asked to take the call: it is transferred once',
    async (floor) => {
      const { stage, bob, carol } = floor;
      const call = await stage.callFor(carol);
      await carol.transferToQueue('Support', { mode: 'WARM' });
      await bob.acceptTask(ATTRIBUTION);
      await bob.task(call.shown).waitFor();
      await carol.reload();
      await panelOf(carol).getByText('Transferring to Bob Brown…').waitFor();

      await takeCall(bob, call.shown);
      await leaveTo(carol);
      await call.isWith('bob');
      expect(await transfersOf(stage, call)).toHaveLength(1);
    },
  );

  scene('B reloads after the accept, before the service hears of it: the call still comes', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    // B's page gets no further than the accept: what it asks the service for next never leaves it.
    await bob.page.route('**/transfer-task', () => undefined);
    await bob.acceptTask(ATTRIBUTION);
    await bob.page.unroute('**/transfer-task');
    await bob.reload();

    await takeCall(bob, call.shown);
    await call.isWith('bob');
    await nothingIsLeft(stage, call);
  });

  scene(
    'B reloads after the accept, before the attribution task is completed: it is all the same',
    async (floor) => {
      const { stage, alice, bob } = floor;
      const call = await stage.callFor(alice);
      await alice.transferToQueue('Support');
      const completions = await holdBackCompletions(bob);
      await bob.acceptTask(ATTRIBUTION);
      await completions.first;
      await bob.page.unrouteAll({ behavior: 'ignoreErrors' });
      await bob.reload();

      await takeCall(bob, call.shown);
      await call.isWith('bob');
      await nothingIsLeft(stage, call);
    },
  );

  scene('A is back after an interruption: one click transfers again', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    // As disconnect recovery does it: the caller is enqueued anew, and the service calls the transfer interrupted.
    await sayInterrupted(alice);
    await stage.account.setActivity('bob', 'Unavailable');
    await stage.account.enqueueAnew(call.caller.callSid, 'Assign to anyone');
    await panelOf(alice).getByText('The transfer was interrupted when your call dropped.').waitFor();
    await alice.page.unrouteAll({ behavior: 'ignoreErrors' });
    await alice.dismissNotifications();
    await wrapUpOf(alice).click();
    await alice.acceptTask(call.shown);
    await stage.account.setActivity('bob', 'Available');

    await press(alice, 'Transfer again');
    await receive(bob, call.shown);
    await call.isWith('bob');
  });
}
