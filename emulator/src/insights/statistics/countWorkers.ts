import type { JsonObject } from '../../sync/model';
import type { Activity, Worker } from '../../taskrouter/engine';

/** Who works for a queue or a workspace right now, in the fields of Flex UI's Queues view. */
export function countWorkers(workers: readonly Worker[], activities: readonly Activity[]): JsonObject {
  const available = workers.filter((worker) => worker.available);
  const offline = workers.filter(({ activityName }) => activityName === 'Offline');
  const longest = available.map(({ dateStatusChanged }) => dateStatusChanged).toSorted((a, b) => a - b)[0];
  return {
    total_eligible_workers: workers.length,
    total_available_workers: available.length,
    total_offline_workers: offline.length,
    total_unavailable_workers: workers.length - available.length - offline.length,
    activity_statistics: activities.map(({ sid, friendlyName }) => ({
      sid,
      friendly_name: friendlyName,
      workers: workers.filter(({ activitySid }) => activitySid === sid).length,
    })),
    longest_available_timestamp: longest ?? null,
  };
}
