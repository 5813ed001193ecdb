import { checkTransferred, hangUp } from '../afterwards';
import { attributesOf, callRings, type Scene } from '../scene';
import {
  acceptAttribution,
  firstOfferAtCompany,
  replayTransfer,
  requestTransfer,
  untilMarked,
} from '../transfer';

/** A transfer in which nothing goes wrong. */
export async function plainTransfer(scene: Scene): Promise<void> {
  const { tell } = scene;
  await tell.chapter('A transfer to a queue');
  const call = await callRings(scene);

  await tell.say('Carol transfers it to the queue Support. First it is attributed to a company: BPO_B.');
  const created = await requestTransfer(scene, call, 'WARM');
  await tell.check('The attribution task was created', created.ok && created.status === 201);

  const { page, reservation } = await firstOfferAtCompany(scene);
  await tell.say(`TaskRouter offers it to an agent of BPO_B: ${page.name}.`);
  await acceptAttribution(scene, call, { page, reservation });
  await untilMarked(call);
  const { transferTo } = await attributesOf(scene, call.task.sid);
  await tell.check(`The call now names its receiver, ${page.name}`, transferTo === page.workerSid);

  await tell.say("Carol's page sees that and carries the real transfer out.");
  const received = await replayTransfer(scene, call, page);
  await tell.say(`${page.name} takes the call.`);
  await checkTransferred(scene, call, page);
  await hangUp(call, received);
}
