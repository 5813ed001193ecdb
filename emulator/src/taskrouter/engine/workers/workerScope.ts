import type { Attributes } from '../attributes';
import type { WorkerRecord } from '../records';

/** What `worker.…` resolves to: the attributes, and the worker's own sid, name and activity over them. */
export function workerScope({ worker, attributes }: Pick<WorkerRecord, 'worker' | 'attributes'>): Attributes {
  return {
    ...attributes,
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_sid: worker.activitySid,
    activity_name: worker.activityName,
  };
}
