import { changeWorker } from '../change';
import { aboutWorker, emit } from '../emit';
import { existing } from '../lookup';
import type { Activity } from '../model';
import type { WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { considerWorker, refreshFree } from './freeWorkers';
import { workerScope } from './workerScope';

/** Puts a worker into another activity; does nothing when it is the current one. */
export function moveWorker(state: WorkspaceState, record: WorkerRecord, activity: Activity): void {
  const { worker } = record;
  if (worker.activitySid === activity.sid) return;
  const previousActivity = existing(state.activities, worker.activitySid);
  const now = state.engine.clock.now();
  changeWorker(state, record, {
    activitySid: activity.sid,
    activityName: activity.friendlyName,
    available: activity.available,
    dateStatusChanged: now,
  });
  record.scope = workerScope(record);
  refreshFree(state, record);
  // A target expression may ask for an activity, so a move between available ones can matter too.
  if (activity.available) considerWorker(state, record);
  emit(state, {
    type: 'worker.activity.update',
    ...aboutWorker(state, record),
    previousActivity,
    timeInPreviousActivityMs: now - worker.dateStatusChanged,
  });
}
