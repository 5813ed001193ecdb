import type { TaskChannel } from '../model';
import type { WorkerRecord } from '../records';
import { stamp } from '../resources/stamp';
import type { WorkspaceState } from '../state';
import { replaceChannel } from './capacity';
import { refreshFree } from './freeWorkers';

/** Capacity of a channel nobody configured (Worker Channel reference). */
const DEFAULT_CAPACITY = 1;

/** Gives a worker his channel for a task channel. */
export function addChannel(state: WorkspaceState, record: WorkerRecord, taskChannel: TaskChannel): void {
  const channel = {
    ...stamp(state, 'WC'),
    workerSid: record.worker.sid,
    taskChannelSid: taskChannel.sid,
    taskChannelUniqueName: taskChannel.uniqueName,
    configuredCapacity: DEFAULT_CAPACITY,
    assignedTasks: 0,
    available: true,
    availableCapacityPercentage: 100,
    lastReservedTime: null,
  };
  const entry = { channel, liveTasks: 0, lastReserved: 0 };
  replaceChannel(entry, channel);
  record.channels.set(taskChannel.sid, entry);
  refreshFree(state, record);
}
