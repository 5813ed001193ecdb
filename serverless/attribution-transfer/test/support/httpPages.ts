import { connectWorker, disconnectWorker, once } from '@patchbay/emulator/testing';
import { ReservationSid, TaskSid } from '@patchbay/shared/contracts';
import type { Reservation, Worker } from 'twilio-taskrouter';
import type { Centre } from './centre';
import type { Call } from './scene';

/** An agent's page: Twilio's own worker SDK, doing what the plugin does. */
export interface Page {
  readonly name: string;
  readonly worker: Worker;
  /** Accepts the next offer that reaches the page once `cause` has run. */
  acceptNext(cause: () => Promise<unknown>): Promise<Reservation>;
  /** The next offer, unanswered. */
  nextOffer(cause: () => Promise<unknown>): Promise<Reservation>;
  close(): void;
}

export async function openPage({ local }: Centre, name: string, token: string): Promise<Page> {
  const worker = await connectWorker(local.origin, token);
  const nextOffer = async (cause: () => Promise<unknown>): Promise<Reservation> => {
    const offer = once(worker, 'reservationCreated');
    const [reservation] = await Promise.all([offer, cause()]);
    return reservation;
  };
  return {
    name,
    worker,
    nextOffer,
    async acceptNext(cause) {
      const reservation = await nextOffer(cause);
      await acceptOffer(reservation);
      return reservation;
    },
    close: () => {
      disconnectWorker(worker);
    },
  };
}

/** Resolves when the page has heard that its acceptance holds. */
export async function acceptOffer(reservation: Reservation): Promise<void> {
  const accepted = once(reservation, 'accepted');
  await Promise.all([reservation.accept(), accepted]);
}

/** A caller rings and this page takes the call. */
export async function takeCall(centre: Centre, page: Page): Promise<Reservation> {
  return page.acceptNext(() =>
    centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks.create({
      attributes: JSON.stringify({ name: 'A caller', call_sid: `CA${'1'.repeat(32)}`, direction: 'inbound' }),
      taskChannel: 'voice',
      workflowSid: centre.sids.workflows['Assign to anyone'] ?? '',
      routingTarget: page.worker.sid,
    }),
  );
}

/** The call as the service's endpoints name it. */
export const callOf = (page: Page, reservation: Reservation): Call => ({
  taskSid: TaskSid.parse(reservation.task.sid),
  reservationSid: ReservationSid.parse(reservation.sid),
  agent: page.name,
});
