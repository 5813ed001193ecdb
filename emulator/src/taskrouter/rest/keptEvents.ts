import type { Clock } from '../../kernel/clock';
import { keepNewest } from '../../kernel/keepNewest';
import type { TaskRouterEngine } from '../engine/engine';
import type { TaskRouterEvent } from '../engine/events';

/** What the Events resource knows of the past. */
export interface KeptEvents {
  /** Newest first; Twilio documents no order. */
  of(workspaceSid: string): readonly TaskRouterEvent[];
}

/** Twilio keeps "that data for 30 days" (docs: Event Resource). */
const KEPT_MS = 30 * 86_400_000;
/** Here memory ends earlier: at Twilio their number has no limit. */
const MOST_EVENTS = 10_000;

/** Writes down what the engine tells, from now on, and shows it `lagMs` later. */
export function keepEvents(
  engine: TaskRouterEngine,
  clock: Clock,
  { lagMs = 0, most = MOST_EVENTS }: { readonly lagMs?: number; readonly most?: number } = {},
): KeptEvents {
  const kept = new Map<string, TaskRouterEvent>();
  engine.on((event) => {
    keepNewest(kept, event.sid, event, most);
  });
  return {
    of(workspaceSid) {
      const now = clock.now();
      return [...kept.values()]
        .filter(
          ({ at, workspace }) => at >= now - KEPT_MS && at <= now - lagMs && workspace.sid === workspaceSid,
        )
        .reverse();
    },
  };
}
