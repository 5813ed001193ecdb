import { checkTransferred, hangUp } from '../afterwards';
import { serviceOf } from '../centre';
import { callRings, CREATE_TASK, plan, type Scene } from '../scene';
import { completeAs, firstOfferAtCompany, requestTransfer } from '../transfer';

/** The function's process dies while Twilio creates the task. */
export async function killedFunction(scene: Scene): Promise<void> {
  const { tell, stack } = scene;
  await tell.chapter('The same, and the function is killed in the middle');
  const call = await callRings(scene);

  await plan(scene, { match: CREATE_TASK, times: 1, effect: { type: 'hang', afterEffect: true } });
  const answer = requestTransfer(scene, call, 'WARM');
  const offer = await firstOfferAtCompany(scene);
  await tell.say(
    `${offer.page.name} already sees the attribution task, but the function still waits for Twilio. It is killed.`,
  );
  for (const runtime of serviceOf(stack.services, 'attribution-transfer').runtimes) await runtime.restart();
  await tell.say("A new process is up. Carol's page asks again until the dead one's lease is over (10 s).");
  const created = await answer;
  await tell.check(
    'The page got the task that the dead function had created',
    created.ok && created.replayed,
  );

  const received = await completeAs(scene, call, offer);
  await checkTransferred(scene, call, received.page);
  await hangUp(call, received.reservation);
}
