import type { WorkerActivityEvent, WorkerChannelEvent } from '../../engine/events';
import type { Worker } from '../../engine/model';
import type { OptionalFields } from './eventFields';

/** The Worker group. There are no operating units here, so `OperatingUnitSid` is absent. */
export const workerFields = (worker: Worker): OptionalFields => ({
  worker_sid: worker.sid,
  worker_name: worker.friendlyName,
  worker_attributes: worker.attributes,
  worker_activity_sid: worker.activitySid,
  worker_activity_name: worker.activityName,
  worker_version: worker.version,
});

/** What a change of activity adds: seconds truncated, and milliseconds. */
export const activityChangeFields = (event: WorkerActivityEvent): OptionalFields => ({
  worker_previous_activity_sid: event.previousActivity.sid,
  worker_previous_activity_name: event.previousActivity.friendlyName,
  worker_time_in_previous_activity: Math.floor(event.timeInPreviousActivityMs / 1_000),
  worker_time_in_previous_activity_ms: event.timeInPreviousActivityMs,
});

/** What a change of a worker's channel adds. */
export const workerChannelFields = ({
  workerChannel,
  previousCapacity,
}: WorkerChannelEvent): OptionalFields => ({
  worker_channel_available: workerChannel.available,
  worker_channel_available_capacity: workerChannel.availableCapacityPercentage,
  worker_channel_capacity: workerChannel.configuredCapacity,
  worker_channel_previous_capacity: previousCapacity,
  worker_channel_task_count: workerChannel.assignedTasks,
  task_channel_sid: workerChannel.taskChannelSid,
  task_channel_unique_name: workerChannel.taskChannelUniqueName,
});
