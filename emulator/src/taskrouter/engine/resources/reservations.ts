import { findOr404 } from '../lookup';
import type { ReservationOperations } from '../operations';
import { updateReservation } from '../reservations/updateReservation';
import type { WorkspaceState } from '../state';
import { directory } from './directory';

/** The workspace's reservations; they live as long as their task. */
export function createReservations(state: WorkspaceState): ReservationOperations {
  return {
    ...directory(state, 'Reservations', state.reservations, ({ reservation }) => reservation),
    update: (sid, change) =>
      state.engine.outbox.run(() =>
        updateReservation(state, findOr404(state, state.reservations, 'Reservations', sid), change),
      ),
    ofTask(taskSid) {
      const { reservations } = findOr404(state, state.tasks, 'Tasks', taskSid);
      return Array.from(reservations.values(), ({ reservation }) => reservation);
    },
    ofWorker(workerSid) {
      const { reservations } = findOr404(state, state.workers, 'Workers', workerSid);
      return Array.from(reservations.values(), ({ reservation }) => reservation);
    },
  };
}
