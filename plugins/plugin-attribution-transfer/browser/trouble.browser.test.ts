import type { Allowance } from '@patchbay/emulator/browser';
import { openScenes } from './scenes';
import { attributionsOf, FAILED, panelOf, receive } from './show';

const CREATE_TASK = { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' };

/** Chromium itself writes a request that failed to the console. */
const failedRequest = (because: string): Allowance => ({
  kind: 'console error',
  text: /Failed to load resource/,
  because,
});

describe('trouble with the service', () => {
  const scene = openScenes();

  scene(
    'it is down: A is told, keeps the call, and transfers when it is back',
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      const service = `${stage.stack.services['attribution-transfer']?.origin ?? ''}/**`;
      await alice.page.route(service, (route) => route.abort('connectionrefused'));
      await alice.transferToQueue('Support');
      await alice.notification(FAILED).waitFor({ timeout: 60_000 });
      expect(await attributionsOf(stage, call.taskSid)).toEqual([]);
      expect(await call.caller.look()).toMatchObject({ with: ['alice'] });

      await alice.page.unroute(service);
      await alice.dismissNotifications();
      await panelOf(alice).getByRole('button', { name: 'Transfer again' }).click();
      await receive(bob, call.shown);
      await call.isWith('bob');
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
      expect(await attributionsOf(stage, call.taskSid)).toHaveLength(1);
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
    expect(await attributionsOf(stage, call.taskSid)).toHaveLength(1);
  });

  scene(
    'its answer is lost: there is one attribution task all the same',
    async ({ stage, alice, bob }) => {
      const call = await stage.callFor(alice);
      await stage.centre.faults.add({ match: CREATE_TASK, times: 1, effect: { type: 'lost-response' } });
      await alice.transferToQueue('Support');
      await receive(bob, call.shown);
      await call.isWith('bob');
      expect(await attributionsOf(stage, call.taskSid)).toHaveLength(1);
    },
    [failedRequest('the service asks to be tried again')],
  );
});
