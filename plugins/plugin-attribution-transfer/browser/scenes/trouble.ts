import { failedRequest, unreadable } from '../noise';
import { falsifyNext, requestsTo } from '../obstacles';
import type { Floor, Scene } from '../openScenes';
import {
  ATTRIBUTION,
  attributionsOf,
  FAILED,
  nothingIsLeft,
  panelOf,
  press,
  receive,
  takeCall,
  wrapUpOf,
} from '../show';

const CREATE_TASK = { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' };
/** A client tries for half a minute, and the page asks three times more. */
const GIVES_UP_MS = 60_000;

/** A service that is down, slow, busy, or says no. */
export function trouble(scene: Scene): void {
  scene(
    'it is down: who was never heard keeps the call and transfers later; what was begun is taken back after a reload',
    async ({ stage, alice, bob, carol }) => {
      const unheard = await stage.callFor(alice);
      const begun = await stage.callFor(carol);
      const service = `${stage.stack.services['attribution-transfer']?.origin ?? ''}/**`;
      for (const { page } of [alice, carol])
        await page.route(service, (route) => route.abort('connectionrefused'));
      // Only the first request is heard; its answer is lost as well.
      await carol.page.route(
        '**/create-attribution-task',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await alice.transferToQueue('Support');
      await carol.transferToQueue('Support');
      await bob.task(ATTRIBUTION).waitFor();
      for (const tab of [alice, carol]) await tab.notification(FAILED).waitFor({ timeout: GIVES_UP_MS });
      expect(await attributionsOf(stage, unheard)).toEqual([]);
      expect(await unheard.caller.look()).toMatchObject({ with: ['alice'] });

      for (const { page } of [alice, carol]) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await carol.reload();
      await bob.task(ATTRIBUTION).waitFor({ state: 'detached' });
      await carol.notification('The transfer was canceled.').waitFor();
      await nothingIsLeft(stage, begun);
      expect(await begun.caller.look()).toMatchObject({ with: ['carol'] });

      await alice.dismissNotifications();
      await press(alice, 'Transfer again');
      await receive(bob, unheard.shown);
      await unheard.isWith('bob');
    },
    [failedRequest('the service is down')],
  );

  scene(
    'Twilio throttles it: the transfer takes longer, and happens once',
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      await stage.centre.faults.add({
        match: CREATE_TASK,
        times: 3,
        effect: { type: 'status', status: 429, code: 20429, retryAfter: 1 },
      });
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(1);
    },
    [failedRequest('the service passes the 429 on')],
  );

  scene('it is slow: A sees that an agent is being asked for', async ({ stage, alice, bob }) => {
    const call = await stage.callFor(alice);
    await stage.centre.faults.add({ match: CREATE_TASK, times: 1, effect: { type: 'latency', ms: 3_000 } });
    await alice.transferToQueue('Support');
    await panelOf(alice).getByText('Asking for an agent…').waitFor();
    await panelOf(alice).getByText('Finding an agent of BPO_B…').waitFor();
    await receive(bob, call.shown);
    await call.isWith('bob');
    expect(await attributionsOf(stage, call)).toHaveLength(1);
  });

  scene(
    'its answer is lost: there is one attribution task all the same',
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      await stage.centre.faults.add({ match: CREATE_TASK, times: 1, effect: { type: 'lost-response' } });
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(1);
    },
    [failedRequest('the service asks to be tried again')],
  );

  describe('at claim-transfer and attribution-status', () => {
    const ENDPOINTS = ['claim-transfer', 'attribution-status'];
    const plays = async ({ stage, alice, bob }: Floor, spoil: (endpoint: string) => Promise<void>) => {
      const call = await stage.callFor(alice);
      for (const endpoint of ENDPOINTS) await spoil(endpoint);
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await wrapUpOf(alice).waitFor();
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(1);
    };

    scene(
      'the platform is too busy (429): the transfer happens',
      (floor) =>
        plays(floor, (endpoint) =>
          floor.stage.centre.faults.add({
            match: requestsTo(floor.stage, endpoint),
            times: 2,
            effect: { type: 'status', status: 429 },
          }),
        ),
      [failedRequest('the platform is too busy'), unreadable],
    );

    scene(
      "A's token has just ended (401): the transfer happens",
      (floor) => plays(floor, (endpoint) => falsifyNext(floor.alice, endpoint, { Token: 'ended' })),
      [failedRequest('the service refuses the token')],
    );
  });

  scene(
    'the claim is refused (403): A is told, and transfers again',
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      await falsifyNext(alice, 'claim-transfer', { reservationSid: `WR${'0'.repeat(32)}` });
      await alice.transferToQueue('Support');
      await bob.acceptTask(ATTRIBUTION);
      await alice.notification(FAILED).waitFor();
      await panelOf(alice).getByText('This transfer is over. It did not move the call.').waitFor();

      await alice.dismissNotifications();
      await press(alice, 'Transfer again');
      await takeCall(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(1);
    },
    [failedRequest('the service refuses another reservation')],
  );

  scene(
    "the status is refused (403): it is not A's transfer any more, A is told, and transfers again",
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      const token = stage.stack.workspace.identities['carol']?.token ?? '';
      await falsifyNext(alice, 'attribution-status', { Token: token });
      await alice.transferToQueue('Support');
      await alice.notification(FAILED).waitFor();

      await alice.dismissNotifications();
      await press(alice, 'Transfer again');
      await receive(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call)).toHaveLength(1);
    },
    [failedRequest('the service refuses another agent')],
  );
}
