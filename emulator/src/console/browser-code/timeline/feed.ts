import { ask } from '../api';
import { listAt, numberAt } from '../read';

export interface FeedOptions {
  /** Under `/_emulator`, answering `sequence` and a list. */
  readonly path: 'journal' | 'events';
  readonly list: 'entries' | 'events';
  readonly onItems: (items: readonly unknown[]) => void;
  /** The local Twilio was started anew: what was shown is of another one. */
  readonly onRestart: () => void;
  readonly onConnected: (connected: boolean) => void;
}

/** Real milliseconds the local Twilio holds an answer for something to happen. */
const WAIT_MS = 25_000;
/** Between attempts while it isn't there. */
const PAUSE_MS = 1_000;

/** Follows what happens for as long as the page lives, through restarts of the local Twilio. */
export async function follow({ path, list, onItems, onRestart, onConnected }: FeedOptions): Promise<never> {
  let since = 0;
  for (;;) {
    try {
      const answer = await ask('GET', `${path}?since=${since}&wait=${WAIT_MS}&limit=500`);
      onConnected(true);
      const sequence = numberAt(answer, 'sequence') ?? 0;
      if (sequence < since) onRestart();
      else onItems(listAt(answer, list));
      since = sequence < since ? 0 : sequence;
    } catch {
      onConnected(false);
      await pause();
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
