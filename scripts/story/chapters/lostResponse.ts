import { checkTransferred, hangUp } from '../afterwards';
import { callRings, CREATE_TASK, plan, type Scene } from '../scene';
import { completeAs, firstOfferAtCompany, requestTransfer } from '../transfer';

/** Twilio creates the task, but its answer never arrives. */
export async function lostResponse(scene: Scene): Promise<void> {
  const { tell } = scene;
  await tell.chapter("The same, and Twilio's answer is lost");
  const call = await callRings(scene);

  await tell.say('The connection breaks after Twilio has created the attribution task.');
  await plan(scene, { match: CREATE_TASK, times: 1, effect: { type: 'lost-response' } });
  const created = await requestTransfer(scene, call, 'WARM');
  await tell.check('The service found the task instead of creating another', created.ok);

  const received = await completeAs(scene, call, await firstOfferAtCompany(scene));
  await checkTransferred(scene, call, received.page);
  await hangUp(call, received.reservation);
}
