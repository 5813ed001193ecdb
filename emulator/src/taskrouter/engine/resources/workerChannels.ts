import { notFound } from '../../../kernel/twilioError';
import { changeWorker } from '../change';
import { aboutWorker, emit } from '../emit';
import type { WorkerChannelEvent } from '../events';
import { capacityOf } from '../limits';
import { existing, findOr404 } from '../lookup';
import type { WorkerChannel } from '../model';
import type { WorkerChannelChange, WorkerChannelOperations } from '../operations';
import type { ChannelRecord, WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';
import { changeCapacity } from '../workers/capacity';

/** Each worker's channels: his capacity and availability per task channel. */
export function createWorkerChannels(state: WorkspaceState): WorkerChannelOperations {
  const workerOf = (sid: string): WorkerRecord => findOr404(state, state.workers, 'Workers', sid);
  return {
    get: (workerSid, channel) => find(state, workerOf(workerSid), channel).channel,
    list: (workerSid) => Array.from(workerOf(workerSid).channels.values(), ({ channel }) => channel),
    update: (workerSid, channel, change) =>
      state.engine.outbox.run(() => {
        const worker = workerOf(workerSid);
        return changeChannel(state, worker, find(state, worker, channel), change);
      }),
  };
}

function find(state: WorkspaceState, worker: WorkerRecord, name: string): ChannelRecord {
  for (const entry of worker.channels.values()) {
    const { sid, taskChannelSid, taskChannelUniqueName } = entry.channel;
    if (name === sid || name === taskChannelSid || name === taskChannelUniqueName) return entry;
  }
  throw notFound(`/Workspaces/${state.workspace.sid}/Workers/${worker.worker.sid}/Channels/${name}`);
}

function changeChannel(
  state: WorkspaceState,
  worker: WorkerRecord,
  entry: ChannelRecord,
  change: WorkerChannelChange,
): WorkerChannel {
  const old = entry.channel;
  const configuredCapacity =
    change.capacity === undefined ? old.configuredCapacity : capacityOf(change.capacity);
  const available = change.available ?? old.available;
  const dateUpdated = state.engine.clock.now();
  changeCapacity(state, worker, entry, { configuredCapacity, available, dateUpdated });
  const tell = (type: WorkerChannelEvent['type']): void => {
    // The worker SDK (2.1.1) counts each of these events as a version of its worker.
    changeWorker(state, worker, {});
    emit(state, {
      type,
      ...aboutWorker(state, worker),
      workerChannel: entry.channel,
      taskChannel: existing(state.taskChannels, old.taskChannelSid),
      previousCapacity: old.configuredCapacity,
    });
  };
  if (configuredCapacity !== old.configuredCapacity) tell('worker.capacity.update');
  if (available !== old.available) tell('worker.channel.availability.update');
  return entry.channel;
}
