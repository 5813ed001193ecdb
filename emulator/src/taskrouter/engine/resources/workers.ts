import { invalid } from '../../../kernel/twilioError';
import { parseAttributes } from '../attributes';
import { changeWorker, checkVersion } from '../change';
import { aboutWorker, emit } from '../emit';
import { nonEmpty } from '../limits';
import { findOr404 } from '../lookup';
import type { Activity } from '../model';
import type { WorkerChange, WorkerOperations } from '../operations';
import type { WorkerRecord } from '../records';
import { rejectReservation } from '../reservations/declineReservation';
import type { WorkspaceState } from '../state';
import { addWorker } from '../workers/addWorker';
import { leaveQueues, refreshMemberships } from '../workers/membership';
import { moveWorker } from '../workers/moveWorker';
import { checkWorkerName } from '../workers/checkWorkerName';
import { workerScope } from '../workers/workerScope';
import { directory } from './directory';

/** The workspace's workers. */
export function createWorkers(state: WorkspaceState): WorkerOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'Workers', state.workers, ({ worker }) => worker),
    create: (input) => outbox.run(() => addWorker(state, input)),
    update: (sid, change) =>
      outbox.run(() => changeWorkerBy(state, findOr404(state, state.workers, 'Workers', sid), change)),
    delete(sid, ifVersion) {
      outbox.run(() => {
        const record = findOr404(state, state.workers, 'Workers', sid);
        checkVersion(record.worker, ifVersion);
        removeWorker(state, record);
      });
    },
  };
}

function changeWorkerBy(
  state: WorkspaceState,
  record: WorkerRecord,
  change: WorkerChange,
): WorkerRecord['worker'] {
  checkVersion(record.worker, change.ifVersion);
  const { friendlyName, attributes, activitySid, rejectPendingReservations } = change;
  if (friendlyName !== undefined) checkWorkerName(state, friendlyName, record);
  const parsed = attributes === undefined ? undefined : parseAttributes(attributes);
  const activity = activitySid === undefined ? undefined : activityOf(state, activitySid);
  if (rejectPendingReservations && activity?.available !== false) {
    throw invalid('RejectPendingReservations is only valid with an activity that is not available');
  }
  if (friendlyName !== undefined || attributes !== undefined) {
    state.workersByName.delete(record.worker.friendlyName.toLowerCase());
    changeWorker(state, record, {
      ...(friendlyName === undefined ? {} : { friendlyName: nonEmpty('FriendlyName', friendlyName) }),
      ...(attributes === undefined ? {} : { attributes }),
    });
    state.workersByName.set(record.worker.friendlyName.toLowerCase(), record);
    record.attributes = parsed ?? record.attributes;
    record.scope = workerScope(record);
    refreshMemberships(state, record);
    if (attributes !== undefined)
      emit(state, { type: 'worker.attributes.update', ...aboutWorker(state, record) });
  }
  if (activity) moveWorker(state, record, activity);
  if (rejectPendingReservations) rejectPending(state, record);
  return record.worker;
}

function activityOf(state: WorkspaceState, sid: string): Activity {
  const activity = state.activities.get(sid);
  if (!activity) throw invalid(`Activity ${sid} does not exist`);
  return activity;
}

function rejectPending(state: WorkspaceState, record: WorkerRecord): void {
  for (const reservation of [...record.live]) {
    if (reservation.reservation.reservationStatus === 'pending') rejectReservation(state, reservation, null);
  }
}

function removeWorker(state: WorkspaceState, record: WorkerRecord): void {
  const { sid, friendlyName } = record.worker;
  if (record.live.size > 0) throw invalid(`Cannot delete worker ${sid} because he has reservations`);
  if (record.lanes.size > 0) throw invalid(`Cannot delete worker ${sid} because tasks wait for him`);
  const about = aboutWorker(state, record);
  leaveQueues(record);
  for (const free of state.free.values()) free.delete(record);
  state.routing.freed.delete(record);
  state.workersByName.delete(friendlyName.toLowerCase());
  state.workers.delete(sid);
  emit(state, { type: 'worker.deleted', ...about });
}
