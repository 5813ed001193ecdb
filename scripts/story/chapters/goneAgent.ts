import { createAdminClient, waitUntil } from '@patchbay/emulator/testing';
import { postAdmin } from '../../stack/askTwilio';
import { endedRecovery, dropOut, pingsOf, reconnectsOf } from '../recovery/drop';
import { callIn, endCall, isWith, untilCaller } from '../recovery/callIn';
import { takeCall } from '../recovery/takeCall';
import { withAlice } from '../recovery/withAlice';
import { holdersOf, type Scene } from '../scene';

/** As long as the service's ping lives unless it is configured otherwise (RECOVERY_PING_SECONDS). */
const PING_MS = 15_000;

/** An agent's computer dies in the middle of a call, and stays dead. */
export async function goneAgent(scene: Scene): Promise<void> {
  const { tell, stack, pages } = scene;
  const admin = createAdminClient(stack.twilio.origin);
  await tell.chapter('The same, and Alice does not come back');
  await withAlice(scene, async ({ desk, caller, call }) => {
    const other = await callIn(scene, 'John Doe', '+15557654322');
    await tell.say('Jane Roe is on the phone with Alice, and John Doe waits in the queue.');

    await dropOut(scene, desk, caller);
    await waitUntil(admin, 'Alice is asked back', async () => (await pingsOf(scene, call)).length > 0);
    await postAdmin(stack.twilio, 'clock', { advanceMs: PING_MS });
    await waitUntil(
      admin,
      'the caller is enqueued',
      async () => (await reconnectsOf(scene, call)).length > 0,
    );
    await tell.say('15 seconds later nobody has answered: Jane Roe goes to the front of the queue.');

    await pages.carol.goTo('Available');
    const taken = await pages.carol.nextOffer('voice');
    await tell.check(
      'Carol, who is free now, is offered her before John Doe, who has waited for longer',
      taken.task.attributes['recoveredTaskSid'] === call.task.sid,
    );
    await takeCall(scene, pages.carol, taken);
    const talking = await untilCaller(caller, 'talks to carol', isWith('carol'));
    await tell.check(
      'The caller is with Carol, enqueued once',
      talking.status === 'in-progress' && (await reconnectsOf(scene, call)).length === 1,
    );
    const holders = await holdersOf(scene, taken.task.sid);
    await tell.check(
      'Nobody offered her to the dead page',
      holders.map(({ worker }) => worker).join() === 'carol',
    );
    const seen = await endedRecovery(scene, call);
    await tell.check(
      'Sam sees that another agent has the caller',
      seen.outcome === 'taken_over' && seen.receivingWorkerSid === pages.carol.workerSid,
    );
    await other.hangUp();
    await endCall(caller, taken);
    await desk.plugIn();
  });
}
