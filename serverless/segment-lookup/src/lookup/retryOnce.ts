import type { Sleep } from '@patchbay/shared';
import { InsightsUnavailable } from '../insights/failures';

const PAUSE_MS = 200;

/**
 * Repeats a call that reads once, when it found no Insights or one that is out of order: an instance that was frozen
 * learns by its first call that its connection is gone. What Insights itself puts off is not repeated.
 */
export async function retryOnce<T>(call: () => Promise<T>, sleep: Sleep): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof InsightsUnavailable) || error.throttled || error.askedSeconds !== undefined)
      throw error;
    await sleep(PAUSE_MS);
    return call();
  }
}
