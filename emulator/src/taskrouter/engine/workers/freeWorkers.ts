import type { WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';

/** Whether the worker's activity, channel and capacity let him take one more task of this channel. */
export function isFree(state: WorkspaceState, record: WorkerRecord, channelSid: string): boolean {
  const entry = record.channels.get(channelSid);
  if (!entry?.channel.available || !record.worker.available) return false;
  if (!state.workspace.multiTaskEnabled && record.live.size > 0) return false;
  return entry.liveTasks < entry.channel.configuredCapacity;
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
