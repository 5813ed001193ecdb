import type { WorkerChannel } from '../model';
import type { ChannelRecord, WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { considerWorker, refreshFree } from './freeWorkers';
import { refreshCapacityMemberships } from './membership';

/** What a reservation does to the counts of its worker channel as it moves on. */
export interface CountChange {
  readonly live: -1 | 0 | 1;
  readonly assigned: -1 | 0 | 1;
}

/** Counts a reservation that began, was accepted or ended on a worker's channel. */
export function countTask(
  state: WorkspaceState,
  record: WorkerRecord,
  channelSid: string,
  { live, assigned }: CountChange,
): void {
  const entry = record.channels.get(channelSid);
  if (!entry) return;
  entry.liveTasks += live;
  changeCapacity(state, record, entry, {
    assignedTasks: entry.channel.assignedTasks + assigned,
    ...(live > 0 ? { lastReservedTime: state.engine.clock.now() } : {}),
  });
}

/** Replaces a worker channel's snapshot and brings up to date what depends on it: free workers, queues, waiting tasks. */
export function changeCapacity(
  state: WorkspaceState,
  record: WorkerRecord,
  entry: ChannelRecord,
  change: Partial<WorkerChannel>,
): void {
  replaceChannel(entry, { ...entry.channel, ...change });
  refreshFree(state, record);
  if (refreshCapacityMemberships(state, record) || waitsForCapacity(record)) considerWorker(state, record);
}

/** Replaces a worker channel's snapshot and works out its percentage. */
export function replaceChannel(entry: ChannelRecord, channel: WorkerChannel): void {
  const { configuredCapacity: capacity } = channel;
  const room = Math.max(0, capacity - entry.liveTasks);
  const availableCapacityPercentage = capacity === 0 ? 0 : Math.floor((100 * room) / capacity);
  entry.channel = { ...channel, availableCapacityPercentage };
}

/** Whether a task waits that may suit the worker now although he was free, and refused, before. */
function waitsForCapacity({ queues }: WorkerRecord): boolean {
  for (const { lanes } of queues) {
    for (const { asksForCapacity } of lanes.values()) if (asksForCapacity) return true;
  }
  return false;
}
