import type { Scene } from '../openScenes';
import {
  ATTRIBUTION,
  FAILED,
  attributionsOf,
  hangUpOf,
  leaveTo,
  nothingIsLeft,
  panelOf,
  press,
  receive,
  transfersOf,
  wrapUpOf,
} from '../show';

/** What an attribution task is given (ATTRIBUTION_TASK_TIMEOUT_SECONDS). */
const ATTRIBUTION_LIFE_MS = 120_000;

/** While an agent is being looked for, and when there is none who takes the call. */
export function waiting(scene: Scene): void {
  scene('A gives up: B is asked no more, and A keeps the call', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await press(alice, 'Cancel transfer');

    await alice.notification('The transfer was canceled.').waitFor();
    await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
    expect(await attributionsOf(stage, call)).toMatchObject([{ status: 'canceled' }]);
    expect(await call.caller.look()).toMatchObject({ with: ['alice'] });
    await hangUpOf(alice).waitFor();
  });

  scene('B declines until time is up: A is told, and transfers again', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.rejectTask(ATTRIBUTION);
    await stage.centre.until('bob is asked again', ({ reservations }) =>
      reservations.some(({ worker, status }) => worker === 'bob' && status === 'rejected'),
    );
    await bob.task(ATTRIBUTION).waitFor();
    await stage.centre.advance(ATTRIBUTION_LIFE_MS);

    await alice.notification(FAILED).waitFor();
    await panelOf(alice).getByText('No agent of BPO_B took the call.').waitFor();
    await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
    expect(await bob.activity()).toBe('Available');
    await alice.dismissNotifications();
    await press(alice, 'Transfer again');
    await receive(bob, call.shown);
    await call.isWith('bob');
  });

  scene('B accepts, then does not take the call: A is told, and transfers again', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support', { mode: 'WARM' });
    await bob.acceptTask(ATTRIBUTION);
    await bob.task(call.shown).waitFor();
    await bob.dismissNotifications();
    await bob.rejectTask(call.shown);

    await alice.notification(FAILED).waitFor();
    expect(await call.caller.look()).toMatchObject({ with: ['alice'] });
    await nothingIsLeft(stage, call);
    await alice.dismissNotifications();
    // twilio-taskrouter 2.1.1 forgets a task five seconds after a reservation of it was refused, though it has another by
    // then: without a fresh page B's Flex would miss what happens in the call.
    await bob.reload();
    await press(alice, 'Transfer again');
    await receive(bob, call.shown);
    await leaveTo(alice);
    await call.isWith('bob');
  });

  scene(
    'B does not take a COLD call: it comes back to A, who transfers it to the same queue',
    async (floor) => {
      const { stage, alice, bob } = floor;
      const call = await stage.callFor(alice);
      await alice.transferToQueue('Support');
      await bob.acceptTask(ATTRIBUTION);
      await bob.task(call.shown).waitFor();
      // Not by rejecting it: the workflow would offer it to him again at once.
      await stage.account.setActivity('bob', 'Unavailable');

      await alice.notification(FAILED).waitFor();
      await nothingIsLeft(stage, call);
      await alice.dismissNotifications();
      await wrapUpOf(alice).click();
      await stage.centre.until('A is offered the call', ({ reservations }) =>
        reservations.some(
          ({ worker, taskSid, status }) =>
            worker === 'alice' && taskSid === call.taskSid && status === 'pending',
        ),
      );
      // twilio-taskrouter 2.1.1 forgets what it knows of a task when one of its reservations ends: a page that was offered the
      // next one before that would show a call of nobody.
      await alice.reload();
      await alice.acceptTask(call.shown);
      await hangUpOf(alice).waitFor();
      await bob.reload();
      await stage.account.setActivity('bob', 'Available');
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(2);
    },
    [
      {
        kind: 'console warning',
        text: /transfer-completed/,
        because: "A's own accept completes the transfer that came back, of a reservation A has completed",
      },
    ],
  );

  scene('B is on a call: B may take the transfer when that is over', async ({ stage, alice, bob }) => {
    const other = await stage.callFor(bob);
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).getByTestId('accept-task').click();
    await bob.notification('You are on a call. Finish it before you accept a transfer.').waitFor();
    expect(await transfersOf(stage, call)).toEqual([]);

    await bob.dismissNotifications();
    await bob.selectTask(other.shown);
    await bob.hangUp();
    await bob.complete();
    await receive(bob, call.shown);
    await call.isWith('bob');
  });

  scene('the caller hangs up: B is asked no more, and A is told', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await call.caller.hangUp();

    await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
    await alice.notification('The call ended before it was transferred.').waitFor();
    await alice.dismissNotifications();
    await alice.complete();
  });

  scene('no company has an agent: the call goes to the queue itself', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await stage.closeCompany();
    await alice.transferToQueue('Support');

    await alice
      .notification('No company has an agent for this: the call goes to the queue directly.')
      .waitFor();
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await nothingIsLeft(stage, call);
  });

  scene('no company has an agent, and that is refused: A keeps the call', async ({ stage, alice, bob }) => {
    await stage.configure(
      'attributionTransfer',
      { url: stage.stack.services['attribution-transfer-refusing']?.origin },
      alice,
    );
    const call = await stage.callFor(alice);
    await stage.closeCompany();
    await alice.transferToQueue('Support');

    await alice.notification(FAILED).waitFor();
    await panelOf(alice).getByText('No company has an agent for this queue.').waitFor();
    await nothingIsLeft(stage, call);
    expect(await call.caller.look()).toMatchObject({ with: ['alice'] });
    expect(await bob.tasks()).toEqual([]);
  });
}
