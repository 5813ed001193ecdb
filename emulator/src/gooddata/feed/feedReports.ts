import { keepNewest } from '../../kernel/keepNewest';
import type { Task, TaskRouterEngine, TaskRouterEvent } from '../../taskrouter/engine';
import type { InsightsContext } from '../insightsContext';
import { followTask } from './followTask';
import type { Journey } from './journey';
import { toRows } from './toRows';

const ENDS: readonly TaskRouterEvent['type'][] = ['task.completed', 'task.canceled', 'task.deleted'];

const isOver = ({ assignmentStatus: status }: Task): boolean =>
  status === 'completed' || status === 'canceled';

/**
 * Follows the tasks of the contact centre and loads their segments once they have ended. Returns the way to stop.
 * @param maxOpen more tasks than are open at the same time; what is beyond is forgotten, the quietest first
 */
export function feedReports(
  engine: TaskRouterEngine,
  { settings, rows }: Pick<InsightsContext, 'settings' | 'rows'>,
  maxOpen = 10_000,
): () => void {
  const open = new Map<string, Journey>();
  return engine.on((event) => {
    if (!('task' in event)) return;
    const { task, at } = event;
    const before = open.get(task.sid) ?? (isOver(task) ? undefined : []);
    // Events about a task's reservations, and its deletion, come after its end.
    if (!before) return;
    if (!ENDS.includes(event.type)) {
      keepNewest(open, task.sid, followTask(before, event), maxOpen);
      return;
    }
    open.delete(task.sid);
    const { dataDelayMs, restateAfterMs, restated } = settings.current();
    const { first, final } = toRows(task, before, at);
    if (restateAfterMs === 0) rows.add(final, { restated, delayMs: dataDelayMs });
    else {
      rows.add(first, { restated, delayMs: dataDelayMs });
      rows.add(final, { restated, delayMs: dataDelayMs + restateAfterMs });
    }
  });
}
