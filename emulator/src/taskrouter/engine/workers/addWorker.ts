import { invalid } from '../../../kernel/twilioError';
import { parseAttributes } from '../attributes';
import { aboutWorker, emit } from '../emit';
import type { Worker } from '../model';
import type { WorkerInput } from '../operations';
import type { WorkerRecord } from '../records';
import { stamp } from '../resources/stamp';
import { nextSequence, type WorkspaceState } from '../state';
import { addChannel } from './addChannel';
import { checkWorkerName } from './checkWorkerName';
import { refreshMemberships } from './membership';
import { workerScope } from './workerScope';

/** Creates a worker with a channel for every task channel. */
export function addWorker(state: WorkspaceState, input: WorkerInput): Worker {
  const { friendlyName, attributes = '{}', activitySid = state.workspace.defaultActivitySid } = input;
  checkWorkerName(state, friendlyName);
  const parsed = parseAttributes(attributes);
  const activity = state.activities.get(activitySid);
  if (!activity) throw invalid(`Activity ${activitySid} does not exist`);
  const identity = stamp(state, 'WK');
  const worker: Worker = {
    ...identity,
    friendlyName,
    attributes,
    activitySid,
    activityName: activity.friendlyName,
    available: activity.available,
    dateStatusChanged: identity.dateCreated,
    version: 0,
  };
  const channels: WorkerRecord['channels'] = new Map();
  const record: WorkerRecord = {
    worker,
    attributes: parsed,
    scope: workerScope({ worker, attributes: parsed, channels }),
    sequence: nextSequence(state),
    channels,
    queues: new Set(),
    reservations: new Map(),
    live: new Set(),
    lanes: new Map(),
    lastReserved: 0,
  };
  state.workers.set(worker.sid, record);
  state.workersByName.set(friendlyName.toLowerCase(), record);
  for (const taskChannel of state.taskChannels.values()) addChannel(state, record, taskChannel);
  refreshMemberships(state, record);
  emit(state, { type: 'worker.created', ...aboutWorker(state, record) });
  return worker;
}
