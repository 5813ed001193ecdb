import type { Sleep } from '@patchbay/shared';
import { InsightsUnavailable } from '../insights/failures';
import type { Patience } from './patience';
import { pauseBefore } from './pauseBefore';

interface Waiting {
  readonly patience: Patience;
  readonly sleep: Sleep;
}

/** What was begun goes on without us: a few looks in a row may fail. */
const MOST_FAULTS = 2;

/**
 * Looks again and again until there is something to see; undefined when time is up. A look that fails because Insights
 * is unavailable is repeated, after the time Insights asks for; anything else is thrown.
 */
export async function pollUntil<Seen>(
  look: () => Promise<Seen | undefined>,
  { patience, sleep }: Waiting,
): Promise<Seen | undefined> {
  let faults = 0;
  for (let round = 1; ; round += 1) {
    const pause = pauseBefore(round, patience.left());
    if (pause === undefined) return undefined;
    await sleep(pause);
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
      faults = 0;
    } catch (error) {
      faults += 1;
      if (!(error instanceof InsightsUnavailable) || faults > MOST_FAULTS) throw error;
      const askedMs = (error.askedSeconds ?? 0) * 1_000;
      if (askedMs > patience.left()) throw error;
      await sleep(askedMs);
    }
  }
}
