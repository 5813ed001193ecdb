import type { Scene } from '../openScenes';
import { offline } from '../noise';
import {
  answerCall,
  dialogOf,
  isTogether,
  latestEnded,
  openOf,
  pingsOf,
  RECONNECTED,
  reconnectsOf,
} from '../show';

/** Keeps the caller on the way to the queue for a while, so that the agent is seen waiting. */
const SLOW_REDIRECT = {
  match: { host: 'api.twilio.com', method: 'POST', path: '/2010-04-01/Accounts/*/Calls/*' },
  times: 1,
  effect: { type: 'latency', ms: 2_500 },
} as const;

/** Pages that go away in the middle of a call and come back. */
export function reloads(scene: Scene): void {
  scene('an agent who reloads: the same customer, without a click', async ({ stage, alice, sam }) => {
    const call = await answerCall(stage, alice);
    await stage.centre.faults.add(SLOW_REDIRECT);
    await alice.reload();

    await dialogOf(alice).getByText('Reconnecting you now…').waitFor();
    await alice.notification(RECONNECTED).waitFor();
    await isTogether(call, 'alice');
    await dialogOf(alice).waitFor({ state: 'detached' });
    expect(await alice.tasks()).toEqual([expect.stringContaining(call.shown)]);
    expect(await pingsOf(stage, call)).toMatchObject([{ status: 'completed' }]);
    expect(await reconnectsOf(stage, call)).toMatchObject([{ status: 'assigned' }]);
    await latestEnded(sam).filter({ hasText: 'Alice Adams' }).filter({ hasText: 'Reconnected' }).waitFor();
    await alice.hangUp();
    await alice.complete();
  });

  scene(
    'an agent who was cut off, without a reload; a supervisor follows it live',
    async ({ stage, alice, sam }) => {
      const call = await answerCall(stage, alice);
      await alice.dropNetwork();
      await openOf(sam).filter({ hasText: 'Alice Adams' }).filter({ hasText: 'Sent' }).waitFor();
      await stage.centre.faults.add(SLOW_REDIRECT);
      await alice.restoreNetwork();

      await dialogOf(alice).getByText('Reconnecting you now…').waitFor();
      await isTogether(call, 'alice');
      await dialogOf(alice).waitFor({ state: 'detached' });
      await latestEnded(sam).filter({ hasText: 'Reconnected' }).filter({ hasText: 'Accepted' }).waitFor();
      await sam.byTestId('patchbay-recoveries').getByText('Nobody is waiting to be reconnected.').waitFor();
      expect(await reconnectsOf(stage, call)).toHaveLength(1);
    },
    offline,
  );
}
