import type { Reservation } from './reservation';
import type { Task } from './task';
import type { Worker } from './worker';

declare const use: (...values: unknown[]) => void;

// Compiled, never run.
export const readOnlyWhatThereIs = (task: Task, reservation: Reservation, worker: Worker): void => {
  const status: 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled' = task.status;
  // @ts-expect-error a reservation is accepted, a task is assigned
  const wrongStatus: 'assigned' = reservation.status;
  // @ts-expect-error attributes are anybody's: what they hold has to be checked
  const name: string = worker.attributes['name'];
  use(status, wrongStatus, name);
};
