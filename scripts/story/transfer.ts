import {
  claimTransferContract,
  createAttributionTaskContract,
  transferOutcomeContract,
  transferTaskContract,
  type TransferMode,
} from '@patchbay/shared/contracts';
import type { CallResult } from '@patchbay/shared/client';
import type { OutgoingTransfer, Reservation } from 'twilio-taskrouter';
import * as z from 'zod/mini';
import { ATTRIBUTION_CHANNEL } from '../../serverless/attribution-transfer/src/workspace';
import { firstOffer, type AgentPage, type Offered } from './agentPage';
import { sid, type Scene } from './scene';
import { untilTask } from './untilTask';
import { within } from './within';

type Created = CallResult<{ success: true; taskSid: string }>;

/** The page of the agent who has a call, Carol's unless told, asks for its transfer to a queue. */
export const requestTransfer = (
  scene: Scene,
  call: Reservation,
  mode: TransferMode,
  sender: AgentPage = scene.pages.carol,
): Promise<Created> =>
  sender.service.call(createAttributionTaskContract, {
    mode,
    taskAttributes: {
      affiliation: 'BPO_B',
      transfer_task: {
        sid: call.sid,
        taskSid: call.task.sid,
        attributes: { ...call.task.attributes },
        targetSid: sid(scene, 'taskQueues', 'Support'),
      },
    },
  });

export const attributionOffer = (page: AgentPage): Promise<Reservation> =>
  page.nextOffer(ATTRIBUTION_CHANNEL);

/** The attribution task at the agent of BPO_B who is offered it first. */
export const firstOfferAtCompany = ({ pages }: Scene): Promise<Offered> =>
  firstOffer(ATTRIBUTION_CHANNEL, [pages.bob, pages.bella]);

/** B's page: accepts the attribution task, has the original marked, and is done with the attribution task. */
export async function acceptAttribution(
  scene: Scene,
  call: Reservation,
  { page, reservation }: Offered,
): Promise<void> {
  await reservation.accept();
  await scene.tell.say(`${page.name} accepts the attribution task.`);
  const marked = await page.service.call(transferTaskContract, {
    attributionTaskSid: reservation.sid,
    receivingWorkerSid: page.workerSid,
    transfer_task: { taskSid: call.task.sid, targetSid: sid(scene, 'taskQueues', 'Support') },
  });
  if (!marked.ok) throw new Error(marked.message);
  await reservation.complete();
}

/** From B's accept to B's call. */
export async function completeAs(
  scene: Scene,
  call: Reservation,
  offered: Offered,
  sender?: AgentPage,
): Promise<Offered> {
  await acceptAttribution(scene, call, offered);
  await untilMarked(call);
  const reservation = await replayTransfer(scene, call, offered.page, sender);
  await scene.tell.say(`${offered.page.name} takes the call.`);
  return { page: offered.page, reservation };
}

/** Resolves when A's page sees on the call's task that somebody has accepted. */
export async function untilMarked(call: Reservation): Promise<void> {
  await untilTask('the mark shows on the call', call, z.object({ transferTo: z.string() }));
}

/** A's page replays the transfer to B: claim, the real transfer, outcome. B takes the call. */
export async function replayTransfer(
  scene: Scene,
  call: Reservation,
  receiver: AgentPage,
  sender: AgentPage = scene.pages.carol,
): Promise<Reservation> {
  const claim = await sender.service.call(claimTransferContract, {
    taskSid: call.task.sid,
    reservationSid: call.sid,
    claimant: `page-of-${sender.name}`,
  });
  if (!claim.ok) throw new Error(claim.message);
  const started = new Promise<OutgoingTransfer>((resolve) => call.task.once('transferInitiated', resolve));
  await call.task.transfer(claim.body.receivingWorkerSid, { mode: claim.body.mode });
  const transfer = await within('the transfer starts', started);
  const ended = new Promise((resolve) => transfer.once('completed', resolve));
  const received = await receiver.nextOffer('voice');
  await received.accept();
  await within('the transfer completes', ended);
  const outcome = await sender.service.call(transferOutcomeContract, {
    taskSid: call.task.sid,
    claimId: claim.body.claimId,
    outcome: 'transferred',
  });
  if (!outcome.ok) throw new Error(outcome.message);
  return received;
}
