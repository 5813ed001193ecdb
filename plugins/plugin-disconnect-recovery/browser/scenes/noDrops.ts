import type { Scene } from '../openScenes';
import { answerCall, dialogOf, pingsOf } from '../show';

/** What looks like a drop and is none. */
export function noDrops(scene: Scene): void {
  scene('an agent who hangs up', async ({ stage, alice, sam }) => {
    const call = await answerCall(stage, alice);
    await alice.hangUp();
    await call.caller.until('is let go', ({ status }) => status === 'completed');
    await alice.reload();
    await alice
      .byTestId('end-task-button')
      .filter({ hasText: /complete/i })
      .waitFor();
    await alice.complete();

    expect(await pingsOf(stage, call)).toEqual([]);
    expect(await dialogOf(alice).count()).toBe(0);
    await sam.byTestId('patchbay-recoveries').getByText('Nobody is waiting to be reconnected.').waitFor();
  });

  scene('a customer who hangs up', async ({ stage, alice }) => {
    const call = await answerCall(stage, alice);
    await call.caller.hangUp();
    await alice.complete();

    expect(await pingsOf(stage, call)).toEqual([]);
    expect(await dialogOf(alice).count()).toBe(0);
  });

  scene('a cold transfer, also of an agent who reloads afterwards', async ({ stage, alice, bob }) => {
    const call = await answerCall(stage, alice);
    await alice.transferToWorker('Bob Brown');
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await alice.reload();
    await alice.complete();

    expect(await pingsOf(stage, call)).toEqual([]);
    expect(await dialogOf(alice).count()).toBe(0);
  });

  scene('a transfer to a queue that another plugin takes over', async ({ stage, alice, bob }) => {
    const call = await answerCall(stage, alice);
    await alice.transferToQueue('Support');
    await bob.acceptTask(/Transfer from/);
    await bob.task(call.shown).waitFor();
    await bob.dismissNotifications();
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await call.caller.hangUp();
    await Promise.all([alice.complete(), bob.complete()]);

    expect(await pingsOf(stage, call)).toEqual([]);
    expect(await dialogOf(alice).count()).toBe(0);
    expect(await dialogOf(bob).count()).toBe(0);
  });

  scene('agents, who see no list of recoveries', async ({ alice, sam }) => {
    expect(await alice.page.getByRole('link', { name: 'Recoveries' }).count()).toBe(0);
    expect(await sam.page.getByRole('link', { name: 'Recoveries' }).count()).toBe(1);
  });
}
