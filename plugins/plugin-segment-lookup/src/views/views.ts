import type { Speech } from '@patchbay/plugin-kit';
import type { Lookups } from '../lookup/createLookups';
import type { StringKey } from '../strings';

/** What every view needs. */
export interface ViewMeans {
  readonly lookups: Lookups;
  readonly say: Speech<StringKey>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects when the text is not on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
}
