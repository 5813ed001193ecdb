import type { EngineOptions } from '../engine';
import type { Reservation, Task, TaskQueue, Transfer, Worker } from '../model';
import type { TransferInput } from '../operations';
import { createContactCentre, type ContactCentre } from './createContactCentre';

/** A centre in which Alice works on a task, and Bob (team 2) and Carol (team 3) have nothing to do. */
export interface TransferCentre extends ContactCentre {
  readonly alice: Worker;
  readonly bob: Worker;
  readonly carol: Worker;
  /** Everyone's queue, where the task came from. */
  readonly origin: TaskQueue;
  readonly taskSid: string;
  /** Alice's. */
  readonly reservation: Reservation;
  readonly transferTo: (to: string, options?: Partial<TransferInput>) => Transfer;
  /** Offers the transfer has made so far. */
  readonly attemptsOf: (transfer: Transfer) => readonly Reservation[];
  readonly current: () => Task;
  /** Transfer and reservation events since the transfer began. */
  readonly transferTypes: () => string[];
}

/** Creates it, with Alice's reservation accepted. Reservations run out after 30 s. */
export async function createTransferCentre(options: Partial<EngineOptions> = {}): Promise<TransferCentre> {
  const centre = createContactCentre(options);
  const { workspace, addWorker } = centre;
  const origin = centre.addQueue();
  centre.addWorkflow({ default_filter: { queue: origin.sid } }, 30);
  const alice = addWorker('Alice', { team: 1 }, 2);
  const { sid: taskSid } = centre.createTask({ attributes: { caller: 'C', kind: 'old' } });
  await centre.pass();
  const reservation = centre.accept(taskSid);
  const bob = addWorker('Bob', { team: 2 });
  const carol = addWorker('Carol', { team: 3 });
  await centre.pass();
  centre.events.length = 0;
  return {
    ...centre,
    alice,
    bob,
    carol,
    origin,
    taskSid,
    reservation,
    transferTo: (to, options = {}) =>
      workspace.transfers.start({
        taskSid,
        reservationSid: reservation.sid,
        workerSid: alice.sid,
        to,
        mode: 'COLD',
        ...options,
      }),
    attemptsOf: ({ sid }) =>
      workspace.reservations.ofTask(taskSid).filter(({ transferSid }) => transferSid === sid),
    current: () => workspace.tasks.get(taskSid),
    transferTypes: () =>
      centre.typesOf().filter((type) => type.startsWith('task.') || type.startsWith('reservation.')),
  };
}
