import type { WorkerChannel } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/**
 * A worker's channel as the worker SDK's `WorkerChannelDescriptor` insists on it. `last_reserved_time` is the one
 * date the SDK reads as milliseconds.
 */
export const showWorkerChannel = (accountSid: string, channel: WorkerChannel) => ({
  account_sid: accountSid,
  assigned_tasks: channel.assignedTasks,
  available: channel.available,
  available_capacity_percentage: channel.availableCapacityPercentage,
  configured_capacity: channel.configuredCapacity,
  date_created: epochSeconds(channel.dateCreated),
  date_updated: epochSeconds(channel.dateUpdated),
  last_reserved_time: channel.lastReservedTime,
  sid: channel.sid,
  task_channel_sid: channel.taskChannelSid,
  task_channel_unique_name: channel.taskChannelUniqueName,
  worker_sid: channel.workerSid,
  workspace_sid: channel.workspaceSid,
});
