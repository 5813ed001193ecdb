import { checkTransferred, hangUp } from '../afterwards';
import { callRings, type Scene } from '../scene';
import { attributionOffer, completeAs, firstOfferAtCompany, requestTransfer } from '../transfer';

/** The first agent who is asked says no. */
export async function declining(scene: Scene): Promise<void> {
  const { tell, pages } = scene;
  await tell.chapter('The same, and the first agent declines');
  const call = await callRings(scene);

  await requestTransfer(scene, call, 'WARM');
  const first = await firstOfferAtCompany(scene);
  const next = first.page === pages.bob ? pages.bella : pages.bob;
  await first.reservation.reject();
  await tell.say(`${first.page.name} declines.`);
  const second = { page: next, reservation: await attributionOffer(next) };
  await tell.check(`The attribution task went on to ${next.name}, of the same company`, true);

  const received = await completeAs(scene, call, second);
  await checkTransferred(scene, call, received.page);
  await hangUp(call, received.reservation);
}
