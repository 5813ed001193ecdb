import { endedRecovery, dropOut, pingsOf, reconnectsOf } from '../recovery/drop';
import { callIn, endCall, isWith, untilCaller } from '../recovery/callIn';
import { atDesk } from '../recovery/openDesk';
import { takeCall } from '../recovery/takeCall';
import { holdersOf, othersGo, type Scene } from '../scene';

/** An agent's computer dies in the middle of a call, and is back in time. */
export async function pulledPlug(scene: Scene): Promise<void> {
  const { tell } = scene;
  await tell.chapter('The plug is pulled on Alice in the middle of a call');
  await othersGo(scene, 'Unavailable');
  await atDesk(scene, 'alice', async (desk) => {
    const caller = await callIn(scene, 'Jane Roe', '+15557654321');
    const call = await desk.page.nextOffer('voice');
    await takeCall(scene, desk.page, call);
    await untilCaller(caller, 'talks to alice', isWith('alice'));
    await tell.say('Jane Roe calls. Alice, who has a softphone in her page, takes the call.');

    await tell.say('The plug of her computer is pulled: page, network and softphone are gone.');
    await dropOut(scene, desk, caller);

    await desk.plugIn();
    const ping = await desk.page.nextOffer('voice');
    await tell.check(
      'Alice is back, and is asked whether she can go on',
      ping.task.attributes['disconnectedTaskSid'] === call.task.sid,
    );
    await ping.accept();
    const again = await desk.page.nextOffer('voice');
    await takeCall(scene, desk.page, again);
    const talking = await untilCaller(caller, 'talks to alice again', isWith('alice'));
    await tell.check(
      'The caller is with Alice again, without a click',
      talking.status === 'in-progress' && again.task.attributes['recoveredTaskSid'] === call.task.sid,
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
  await othersGo(scene, 'Available');
}
