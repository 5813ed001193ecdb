import { endCall } from '../recovery/callIn';
import { dropOut, endedRecovery, pingsOf, reconnectsOf } from '../recovery/drop';
import { comeBack, withAlice } from '../recovery/withAlice';
import { holdersOf, type Scene } from '../scene';

/** An agent's computer dies in the middle of a call, and is back in time. */
export async function pulledPlug(scene: Scene): Promise<void> {
  const { tell } = scene;
  await tell.chapter('The plug is pulled on Alice in the middle of a call');
  await withAlice(scene, async (talk) => {
    const { desk, caller, call } = talk;
    await tell.say('Jane Roe calls. Alice, who has a softphone in her page, takes the call.');
    await tell.say('The plug of her computer is pulled: page, network and softphone are gone.');
    await dropOut(scene, desk, caller);

    const { ping, again, status } = await comeBack(scene, talk);
    await tell.check(
      'Alice is back, and was asked whether she can go on',
      ping.task.attributes['disconnectedTaskSid'] === call.task.sid,
    );
    await tell.check(
      'The caller is with Alice again, without a click',
      status === 'in-progress' && again.task.attributes['recoveredTaskSid'] === call.task.sid,
    );
    await tell.check(
      'Alice was asked once, and the caller enqueued once',
      (await pingsOf(scene, call)).length === 1 && (await reconnectsOf(scene, call)).length === 1,
    );
    const seen = await endedRecovery(scene, call);
    await tell.check(
      `Sam, who supervises, sees it: ${seen.workerName} was reconnected`,
      seen.outcome === 'reconnected' && seen.workerName === 'alice',
    );
    const [old] = await holdersOf(scene, call.task.sid);
    await tell.check('The interrupted call is off her hands', old?.status === 'completed');
    await endCall(caller, again);
  });
}
