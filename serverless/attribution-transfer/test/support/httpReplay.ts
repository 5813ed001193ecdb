import { once } from '@patchbay/emulator/testing';
import type { OutgoingTransfer, Reservation, Task } from 'twilio-taskrouter';
import type { HttpTransfer } from './httpTransfer';

/** Resolves with the transfer as soon as its initiator has heard of it. */
export async function startTransfer(
  task: Task,
  to: string,
  mode: 'WARM' | 'COLD',
): Promise<OutgoingTransfer> {
  const initiated = once(task, 'transferInitiated');
  const [outgoing] = await Promise.all([initiated, task.transfer(to, { mode })]);
  return outgoing;
}

/** A replay under way: Carol's page holds the claim and has started the real transfer, and Bob's page has the offer. */
export interface Replay {
  readonly claimId: string;
  readonly outgoing: OutgoingTransfer;
  readonly received: Reservation;
}

/** Carol's page claims and does what it was told. */
export async function replay(transfer: HttpTransfer): Promise<Replay> {
  const { original, bob } = transfer;
  const { claimId, receivingWorkerSid, mode } = await transfer.claim();
  const offer = once(bob.worker, 'reservationCreated');
  const outgoing = await startTransfer(original.task, receivingWorkerSid, mode);
  return { claimId, outgoing, received: await offer };
}
