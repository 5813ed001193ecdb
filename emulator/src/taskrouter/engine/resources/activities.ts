import { invalid } from '../../../kernel/twilioError';
import { emit } from '../emit';
import { nonEmpty } from '../limits';
import { existing, findOr404 } from '../lookup';
import type { Activity } from '../model';
import type { ActivityInput, ActivityOperations } from '../operations';
import type { WorkspaceState } from '../state';
import { workerScope } from '../workers/workerScope';
import { directory } from './directory';
import { stamp } from './stamp';

/** The workspace's activities. */
export function createActivities(state: WorkspaceState): ActivityOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'Activities', state.activities, (activity) => activity),
    create: (input) => outbox.run(() => addActivity(state, input)),
    update: (sid, { friendlyName }) =>
      outbox.run(() => {
        const activity = findOr404(state, state.activities, 'Activities', sid);
        if (friendlyName === undefined) return activity;
        checkName(state, friendlyName, sid);
        return rename(state, activity, friendlyName);
      }),
    delete(sid) {
      outbox.run(() => {
        const activity = findOr404(state, state.activities, 'Activities', sid);
        checkUnused(state, sid);
        state.activities.delete(sid);
        emit(state, { type: 'activity.deleted', activity });
      });
    },
  };
}

/** Creates an activity; its availability is fixed from then on. */
export function addActivity(
  state: WorkspaceState,
  { friendlyName, available = false }: ActivityInput,
): Activity {
  checkName(state, friendlyName);
  const activity = { ...stamp(state, 'WA'), friendlyName, available };
  state.activities.set(activity.sid, activity);
  emit(state, { type: 'activity.created', activity });
  return activity;
}

function rename(state: WorkspaceState, activity: Activity, friendlyName: string): Activity {
  const renamed = { ...activity, friendlyName, dateUpdated: state.engine.clock.now() };
  state.activities.set(activity.sid, renamed);
  for (const record of state.workers.values()) {
    if (record.worker.activitySid !== activity.sid) continue;
    // Not a change of the worker: no new version, no event.
    record.worker = { ...record.worker, activityName: friendlyName };
    record.scope = workerScope(record);
  }
  emit(state, { type: 'activity.updated', activity: renamed });
  return existing(state.activities, activity.sid);
}

function checkName(state: WorkspaceState, friendlyName: string, ownSid?: string): void {
  nonEmpty('FriendlyName', friendlyName);
  for (const other of state.activities.values()) {
    if (other.sid !== ownSid && other.friendlyName === friendlyName) {
      throw invalid(`Activity with the friendly name ${friendlyName} already exists`);
    }
  }
}

function checkUnused(state: WorkspaceState, sid: string): void {
  const { defaultActivitySid, timeoutActivitySid } = state.workspace;
  if (sid === defaultActivitySid || sid === timeoutActivitySid) {
    throw invalid(
      `Cannot delete activity ${sid} because the workspace uses it as default or timeout activity`,
    );
  }
  if ([...state.workers.values()].some(({ worker }) => worker.activitySid === sid)) {
    throw invalid(`Cannot delete activity ${sid} because workers are in it`);
  }
  const inQueue = [...state.queues.values()].some(
    ({ queue }) => queue.reservationActivitySid === sid || queue.assignmentActivitySid === sid,
  );
  if (inQueue) throw invalid(`Cannot delete activity ${sid} because a task queue uses it`);
}
