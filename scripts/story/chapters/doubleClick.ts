import { checkTransferred, hangUp } from '../afterwards';
import { callRings, type Scene } from '../scene';
import { completeAs, firstOfferAtCompany, requestTransfer } from '../transfer';

/** The same click twice, from two tabs at the same moment. */
export async function doubleClick(scene: Scene): Promise<void> {
  const { tell } = scene;
  await tell.chapter('The same, with a double click');
  const call = await callRings(scene);

  await tell.say('Carol clicks Transfer twice, and once more in another tab.');
  const answers = await Promise.all([1, 2, 3].map(() => requestTransfer(scene, call, 'COLD')));
  const tasks = new Set(answers.map((answer) => (answer.ok ? answer.body.taskSid : answer.code)));
  await tell.check(
    'All clicks got the same attribution task',
    answers.every(({ ok }) => ok) && tasks.size === 1,
  );
  await tell.check(
    'One created it, the others were told so',
    answers.filter((answer) => answer.ok && answer.replayed).length === 2,
  );

  const received = await completeAs(scene, call, await firstOfferAtCompany(scene));
  await checkTransferred(scene, call, received.page);
  await hangUp(call, received.reservation);
}
