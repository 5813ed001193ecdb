import type { JsonObject } from '../../sync/model';
import type { Task, TaskStatus } from '../../taskrouter/engine';

const LIVE: readonly TaskStatus[] = ['pending', 'reserved', 'assigned', 'wrapping'];

/** What is in a queue right now, in the fields of Flex UI's Queues view. Ages in seconds. */
export function countTasks(tasks: readonly Task[], now: number): JsonObject {
  const live = tasks.filter(({ assignmentStatus }) => LIVE.includes(assignmentStatus));
  const count = (status: TaskStatus): number =>
    live.filter(({ assignmentStatus }) => assignmentStatus === status).length;
  const since = (task: Task): number => task.taskQueueEnteredDate ?? task.dateCreated;
  const waiting = live.filter(({ assignmentStatus }) => /^(pending|reserved)$/.test(assignmentStatus));
  const [longest] = waiting.toSorted((one, other) => since(one) - since(other));
  const byPriority: Record<string, number> = {};
  for (const { priority } of live) byPriority[priority] = (byPriority[priority] ?? 0) + 1;
  return {
    total_tasks: live.length,
    pending_tasks: count('pending'),
    reserved_tasks: count('reserved'),
    assigned_tasks: count('assigned'),
    wrapping_tasks: count('wrapping'),
    tasks_by_priority: byPriority,
    longest_task_waiting_sid: longest?.sid ?? null,
    longest_task_waiting_from: longest ? new Date(since(longest)).toISOString() : null,
    longest_task_waiting_age: longest ? Math.floor((now - since(longest)) / 1000) : 0,
    timestamp_updated: now,
  };
}
