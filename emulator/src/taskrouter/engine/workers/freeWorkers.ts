import type { ChannelRecord, WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';

/** Whether the worker's activity, channel and capacity let him take one more task of this channel. */
export function isFree(state: WorkspaceState, record: WorkerRecord, channelSid: string): boolean {
  const channel = record.channels.get(channelSid)?.channel;
  if (!channel?.available || !record.worker.available) return false;
  if (!state.workspace.multiTaskEnabled && record.live.size > 0) return false;
  return channel.assignedTasks < channel.configuredCapacity;
}

/** Brings the index of free workers up to date; has routing look at the worker if he became free. */
export function refreshFree(state: WorkspaceState, record: WorkerRecord): void {
  for (const channelSid of record.channels.keys()) {
    const free = freeOn(state, channelSid);
    if (!isFree(state, record, channelSid)) free.delete(record);
    else if (!free.has(record)) {
      free.add(record);
      considerWorker(state, record);
    }
  }
}

/** Has the next routing pass look for tasks this worker may now take. */
export function considerWorker(state: WorkspaceState, record: WorkerRecord): void {
  state.routing.freed.add(record);
  state.requestRouting();
}

/** The free workers of a task channel. */
export function freeOn(state: WorkspaceState, channelSid: string): Set<WorkerRecord> {
  let free = state.free.get(channelSid);
  if (!free) state.free.set(channelSid, (free = new Set()));
  return free;
}

/** Counts a reservation that began (+1) or ended (-1) on a worker's channel. */
export function countTask(state: WorkspaceState, record: WorkerRecord, channelSid: string, by: 1 | -1): void {
  const entry = record.channels.get(channelSid);
  if (entry) {
    const assignedTasks = entry.channel.assignedTasks + by;
    const reserved = by > 0 ? { lastReservedTime: state.engine.clock.now() } : {};
    replaceChannel(entry, { ...entry.channel, ...reserved, assignedTasks });
  }
  refreshFree(state, record);
}

/** Replaces a worker channel's snapshot and works out its percentage. */
export function replaceChannel(entry: ChannelRecord, channel: ChannelRecord['channel']): void {
  const { configuredCapacity: capacity, assignedTasks } = channel;
  const room = Math.max(0, capacity - assignedTasks);
  const availableCapacityPercentage = capacity === 0 ? 0 : Math.round((100 * room) / capacity);
  entry.channel = { ...channel, availableCapacityPercentage };
}
