import type { Worker } from '../model';
import type { Attributes } from '../attributes';
import type { ChannelRecord, WorkerRecord } from '../records';

/** What an expression in a list request knows of a worker: his attributes, and his sid, name and activity over them. */
export function identityScope(worker: Worker, attributes: Attributes): Attributes {
  return {
    ...attributes,
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_sid: worker.activitySid,
    activity_name: worker.activityName,
  };
}

/**
 * What `worker.…` resolves to in workflows and queues: the same, and `worker.channel.<unique name>.…` (doc
 * "Multitasking"). The channels are read when they are asked for, so that a reservation needn't rebuild the scope.
 */
export function workerScope({
  worker,
  attributes,
  channels,
}: Pick<WorkerRecord, 'worker' | 'attributes' | 'channels'>): Attributes {
  return {
    ...identityScope(worker, attributes),
    get channel() {
      return Object.fromEntries(Array.from(channels.values(), describeChannel));
    },
  };
}

const describeChannel = ({ channel }: ChannelRecord) =>
  [
    channel.taskChannelUniqueName,
    {
      configured_capacity: channel.configuredCapacity,
      assigned_tasks: channel.assignedTasks,
      available_capacity_percentage: channel.availableCapacityPercentage,
    },
  ] as const;
