import type { Timers } from '@patchbay/plugin-kit';
import type { AgentTask, FlexPorts } from '../flex/ports';
import { readAttribution } from './attribution';

/** Before an offer's end. */
const MARGIN_MS = 5_000;

interface Means {
  readonly flex: FlexPorts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Refuses an attribution task shortly before TaskRouter's offer runs out: TaskRouter sets an agent who lets one run out
 * Offline, in the middle of a call. Never needed where the workflow's reservation timeout is longer than the task's life.
 */
export function refuseInTime(
  { flex, now }: Means,
  { sid, attributes, offer }: AgentTask,
  timers: Timers,
  wasThere: boolean,
): void {
  if (offer === undefined || readAttribution(attributes) === undefined) return;
  // The page's clock may differ from TaskRouter's: it counts only for an offer older than the page.
  const age = wasThere ? Math.max(0, now() - offer.since) : 0;
  timers.set(sid, Math.max(0, offer.ms - MARGIN_MS - age), () => {
    // Answered meanwhile, or gone; and if refusing fails, the offer runs out.
    if (flex.task(sid)?.status === 'pending') flex.reject(sid).catch(() => undefined);
  });
}
