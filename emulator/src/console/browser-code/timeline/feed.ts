import { ask } from '../api';
import { listAt, numberAt } from '../read';
import type { Feed } from './row';

export interface FeedOptions {
  /** Under `/_emulator`, answering `sequence` and a list. */
  readonly feed: Feed;
  readonly onItems: (items: readonly unknown[]) => void;
  /** What was shown of this feed may be of another local Twilio: all of it comes again. */
  readonly onRestart: () => void;
  readonly onConnected: (connected: boolean) => void;
}

const LISTS: Readonly<Record<Feed, string>> = { journal: 'entries', events: 'events' };
/** Real milliseconds the local Twilio holds an answer for something to happen. */
const WAIT_MS = 25_000;
/** Between attempts while it isn't there. */
const PAUSE_MS = 1_000;

/** Follows what happens for as long as the page lives, through restarts of the local Twilio. */
export async function follow({ feed, onItems, onRestart, onConnected }: FeedOptions): Promise<never> {
  let since = 0;
  /** It may be another local Twilio, whose numbers are its own: everything it has, and at once. */
  let isAnew = false;
  for (;;) {
    try {
      const which = isAnew ? '' : `&since=${since}&wait=${WAIT_MS}`;
      const answer = await ask('GET', `${feed}?limit=500${which}`);
      onConnected(true);
      if (isAnew) onRestart();
      const sequence = numberAt(answer, 'sequence') ?? 0;
      isAnew = !isAnew && sequence < since;
      since = sequence;
      onItems(listAt(answer, LISTS[feed]));
    } catch {
      isAnew = true;
      onConnected(false);
      await pause();
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
