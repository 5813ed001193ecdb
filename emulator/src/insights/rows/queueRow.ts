import type { JsonObject } from '../../sync/model';
import type { TaskQueue } from '../../taskrouter/engine';
import { isoDate } from './isoDate';

/** A queue as the table `tr-queue` has it: what `InsightsQueue` of Flex UI 2.17.1 reads. */
export const queueRow = (queue: TaskQueue): JsonObject => ({
  queue_sid: queue.sid,
  queue_name: queue.friendlyName,
  workspace_sid: queue.workspaceSid,
  date_updated: isoDate(queue.dateUpdated),
});
