import {
  attributionStatusContract,
  cancelAttributionTaskContract,
  claimTransferContract,
  createAttributionTaskContract,
  TaskSid,
  transferOutcomeContract,
  transferTaskContract,
} from '@patchbay/shared/contracts';
import type { CallResult } from '@patchbay/shared/client';
import type { Reservation } from 'twilio-taskrouter';
import { callOf, takeCall, type Page } from './httpPages';
import type { HttpService } from './httpService';
import { createInput, transferInput, type Call } from './scene';

type CreateOptions = NonNullable<Parameters<typeof createInput>[2]>;

/** A call that Carol has, the pages of the agents it concerns, and what they ask of the service about it. */
export interface HttpTransfer {
  readonly call: Call;
  /** Carol's reservation of the call. */
  readonly original: Reservation;
  readonly carol: Page;
  readonly bob: Page;
  create(options?: CreateOptions): Promise<TaskSid>;
  /** Carol asks, and Bob accepts the attribution task that reaches him. */
  offerToBob(options?: CreateOptions): Promise<Reservation>;
  /** What Bob's page does once he has accepted. */
  mark(attribution: Reservation): Promise<void>;
  claim(claimant?: string): Promise<{ claimId: string; receivingWorkerSid: string; mode: 'WARM' | 'COLD' }>;
  report(claimId: string, outcome?: 'transferred' | 'failed', reason?: string): Promise<string>;
  cancel(): Promise<string>;
  /** The attempt as Carol sees it. */
  attempt(): Promise<{ state: string; open: boolean; reason: string | null } | null>;
  /** The same call after it came back to Carol. */
  withReservation(reservation: Reservation): HttpTransfer;
}

export async function openTransfer(service: HttpService): Promise<HttpTransfer> {
  const [carol, bob] = await Promise.all([service.openPage('carol'), service.openPage('bob')]);
  return transferOf(service, { carol, bob, original: await takeCall(service.centre, carol) });
}

function transferOf(
  service: HttpService,
  { carol, bob, original }: { carol: Page; bob: Page; original: Reservation },
): HttpTransfer {
  const { centre } = service;
  const call = callOf(carol, original);
  const [forCarol, forBob] = [service.clientOf('carol'), service.clientOf('bob')];
  const { taskSid, reservationSid } = call;

  const transfer: HttpTransfer = {
    call,
    original,
    carol,
    bob,
    create: async (options = {}) =>
      bodyOf(await forCarol.call(createAttributionTaskContract, createInput(centre, call, options))).taskSid,
    offerToBob: (options) => bob.acceptNext(() => transfer.create(options)),
    async mark(attribution) {
      const input = transferInput(centre, call, TaskSid.parse(attribution.task.sid), 'bob');
      bodyOf(await forBob.call(transferTaskContract, input));
    },
    claim: async (claimant = 'tab-number-1') =>
      bodyOf(await forCarol.call(claimTransferContract, { taskSid, reservationSid, claimant })),
    report: async (claimId, outcome = 'transferred', reason) =>
      bodyOf(
        await forCarol.call(transferOutcomeContract, {
          taskSid,
          claimId,
          outcome,
          ...(reason === undefined ? {} : { reason }),
        }),
      ).state,
    cancel: async () => bodyOf(await forCarol.call(cancelAttributionTaskContract, { taskSid })).state,
    attempt: async () => bodyOf(await forCarol.call(attributionStatusContract, { taskSid })).attempt,
    withReservation: (reservation) => transferOf(service, { carol, bob, original: reservation }),
  };
  return transfer;
}

/** The body of an answer that must be a success. */
export function bodyOf<Body>(result: CallResult<Body>): Body {
  if (!result.ok) throw new Error(`${result.code}: ${result.message} ${result.details.join('; ')}`);
  return result.body;
}
