import { openScenes } from './scenes';
import { ATTRIBUTION, attributionsOf, receive, wrapUpOf } from './show';

describe('pages that are reloaded, and pages of which there are two', () => {
  const scene = openScenes();

  scene('A with a softphone reloads while waiting: the call is over, both are told', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await alice.reload();

    await call.caller.until('hears nothing any more', ({ status }) => status === 'completed');
    await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
    await alice.notification('The call ended before it was transferred.').waitFor();
    expect(await attributionsOf(stage, call.taskSid)).toMatchObject([{ status: 'canceled' }]);
  });

  scene('A with a telephone reloads while waiting: the transfer happens', async ({ stage, bob }) => {
    const carol = await stage.centre.openFlex('carol');
    const call = await stage.callFor(carol);
    await carol.transferToQueue('Support');
    await bob.task(ATTRIBUTION).waitFor();
    await carol.reload();

    await receive(bob, call.shown);
    await wrapUpOf(carol).waitFor();
    await call.isWith('bob');
    await stage.clear(carol);
    await carol.close();
  });

  scene('B reloads between accepting and the call: the call still comes', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    // B's page gets no further than the accept: what it asks the service for next never leaves it.
    await bob.page.route('**/transfer-task', () => undefined);
    await bob.acceptTask(ATTRIBUTION);
    await bob.page.unroute('**/transfer-task');
    await bob.reload();

    await bob.task(call.shown).waitFor();
    await bob.dismissNotifications();
    await bob.acceptTask(call.shown);
    await call.isWith('bob');
    await stage.centre.until('the attribution task is over', ({ tasks }) =>
      tasks.some(
        ({ attributes, status }) => attributes['originalTaskSid'] === call.taskSid && status === 'completed',
      ),
    );
    const { workers } = await stage.centre.state();
    expect(workers.find(({ name }) => name === 'bob')?.assigned).toMatchObject({ bpo_assortment: 0 });
  });

  scene('two tabs of A transfer once', async ({ stage, alice, bob }) => {
    const second = await alice.openTab();
    const call = await stage.callFor(alice);
    await alice.transferToQueue('Support');
    await receive(bob, call.shown);
    await second.selectTask(call.shown);
    await Promise.all([wrapUpOf(alice).waitFor(), wrapUpOf(second).waitFor()]);
    await call.isWith('bob');
    const { transfers } = await stage.centre.state();
    expect(transfers.filter(({ taskSid }) => taskSid === call.taskSid)).toMatchObject([
      { status: 'complete' },
    ]);
    await second.close();
  });
});
