import type { JsonObject } from '../../sync/model';
import type { TaskQueue, Worker } from '../../taskrouter/engine';
import { isoDate } from './isoDate';
import { readAttributes } from './readAttributes';

/** A worker as the table `tr-worker` has him: what `InsightsWorker` of Flex UI 2.17.1 reads. */
export const workerRow = (worker: Worker, queues: readonly TaskQueue[]): JsonObject => ({
  worker_sid: worker.sid,
  workspace_sid: worker.workspaceSid,
  friendly_name: worker.friendlyName,
  activity_name: worker.activityName,
  attributes: readAttributes(worker.attributes),
  // Teams belong to Flex's users, not to TaskRouter: nobody is in one here.
  team_sid: null,
  queue_sids: queues.map(({ sid }) => sid),
  date_activity_changed: isoDate(worker.dateStatusChanged),
  date_updated: isoDate(worker.dateUpdated),
});
