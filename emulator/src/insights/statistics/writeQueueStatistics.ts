import type { JsonObject } from '../../sync/model';
import type { SpaceMap } from '../../sync/space';
import type { Activity, Task, Worker } from '../../taskrouter/engine';
import { countTasks } from './countTasks';
import { countWorkers } from './countWorkers';
import type { Passage } from './passage';
import { summarisePassages } from './summarisePassages';

const HALF_HOUR_MS = 30 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What one queue has and had. */
export interface QueueSnapshot {
  readonly now: number;
  /** In the queue, whatever their status. */
  readonly tasks: readonly Task[];
  readonly passages: readonly Passage[];
  /** Who may get its tasks. */
  readonly workers: readonly Worker[];
  readonly activities: readonly Activity[];
}

/** The same figures for the whole queue and for each task channel by its SID (Flex UI: `QueuesStatsMediator`). */
function perChannel<T>(
  items: readonly T[],
  channelOf: (item: T) => string,
  figure: (items: readonly T[]) => JsonObject,
): JsonObject {
  const channels = [...new Set(items.map(channelOf))];
  const byChannel = channels.map((sid): [string, JsonObject] => [
    sid,
    figure(items.filter((item) => channelOf(item) === sid)),
  ]);
  return Object.fromEntries<JsonObject>([['queue', figure(items)], ...byChannel]);
}

const ofTask = ({ taskChannelSid }: Task): string => taskChannelSid;
const ofPassage = ({ channelSid }: Passage): string => channelSid;

/** Writes the four items that Flex UI's Queues view reads of a queue's Map. */
export function writeQueueStatistics(map: SpaceMap, snapshot: QueueSnapshot): void {
  const { now, tasks, passages, workers, activities } = snapshot;
  const summariseFrom = (start: number) => (some: readonly Passage[]) => summarisePassages(some, start, now);
  map.set(
    'tasks_now',
    perChannel(tasks, ofTask, (some) => countTasks(some, now)),
  );
  map.set('tasks_thirty_minutes', perChannel(passages, ofPassage, summariseFrom(now - HALF_HOUR_MS)));
  // The day begins at midnight UTC unless the account says otherwise (doc "Queues View", daily metrics reset).
  map.set('tasks_today', perChannel(passages, ofPassage, summariseFrom(now - (now % DAY_MS))));
  map.set('worker_activities_statistics', countWorkers(workers, activities));
}
