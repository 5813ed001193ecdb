import type { Clock } from '../../kernel/clock';
import type { TaskRouterEngine } from '../engine/engine';
import type { Task } from '../engine/model';

/** What `EvaluateTaskAttributes` searches: as at Twilio, a search index that may lag behind the tasks. */
export interface TaskIndex {
  /** The tasks as the index knows them now; one it has not heard of yet is left out. */
  known(tasks: readonly Task[]): readonly Task[];
}

interface Sighting {
  readonly at: number;
  readonly task: Task;
}

const FINISHED: readonly string[] = ['completed', 'canceled'];

/**
 * An index that learns of each change `lagMs` of the local Twilio's time after it happened. It remembers live tasks
 * only, and of each no more than the changes of the last `lagMs`; finished tasks are shown as they are.
 */
export function createTaskIndex(engine: TaskRouterEngine, clock: Clock, lagMs: number): TaskIndex {
  if (lagMs <= 0) return { known: (tasks) => tasks };
  const sightings = new Map<string, readonly Sighting[]>();
  engine.on((event) => {
    if (!('task' in event)) return;
    const { task } = event;
    if (
      FINISHED.includes(task.assignmentStatus) ||
      event.type === 'task.deleted' ||
      event.type === 'task.system-deleted'
    ) {
      sightings.delete(task.sid);
      return;
    }
    const earlier = sightings.get(task.sid) ?? [];
    sightings.set(task.sid, [...dropOutdated(earlier, clock.now() - lagMs), { at: event.at, task }]);
  });
  return {
    known: (tasks) =>
      tasks.flatMap((task) => {
        const seen = sightings.get(task.sid);
        if (seen === undefined) return [task];
        const [first] = dropOutdated(seen, clock.now() - lagMs);
        return first !== undefined && first.at <= clock.now() - lagMs ? [first.task] : [];
      }),
  };
}

/** Keeps what happened after `horizon` and the one state before it. */
function dropOutdated(sightings: readonly Sighting[], horizon: number): readonly Sighting[] {
  const last = sightings.findLastIndex(({ at }) => at <= horizon);
  return sightings.slice(Math.max(last, 0));
}
