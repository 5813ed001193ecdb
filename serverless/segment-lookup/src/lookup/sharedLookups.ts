import {
  RecordTooLarge,
  StoreUnavailable,
  typedStore,
  type Clock,
  type Ids,
  type Log,
  type Store,
} from '@patchbay/shared';
import { doneLookup, LookupRecord, RUNNING_MS, STARTING_MS, type DoneLookup } from './lookupRecord';
import type { ReportProgress, Segments } from './lookup';

/** The part a request has in a question that others may be asking, too. */
export type Part =
  /** It asks; what it writes is for the others. */
  | { readonly kind: 'lead'; readonly others: Others }
  /** Another one has executed the report: this one waits for it, too. */
  | { readonly kind: 'join'; readonly progress: ReportProgress; readonly others: Others }
  | { readonly kind: 'answered'; readonly answer: DoneLookup }
  /** Another one has begun a moment ago. */
  | { readonly kind: 'wait' };

/** What those who ask the same are told; telling never fails. */
export interface Others {
  running(progress: ReportProgress): Promise<void>;
  answered(segments: Segments, forMs: number): Promise<void>;
  /** The next one may begin at once. */
  givenUp(): Promise<void>;
}

export interface SharingMeans {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * Takes part in a question. Without the store everybody leads: one report more does no harm, and agents wait for it. Costs
 * 1 call to the store for who leads, 2 for the others.
 */
export async function takePart(means: SharingMeans, key: string): Promise<Part> {
  const { store, clock, ids, log } = means;
  try {
    const options = { owner: ids.next(), expiresAt: clock.now() + STARTING_MS };
    const begun = await typedStore(store, LookupRecord).createIfAbsent(key, { state: 'starting' }, options);
    if (begun.created) return { kind: 'lead', others: telling(means, key, begun.version) };
    const { value: record, version } = begun.existing;
    if (record.state === 'starting') return { kind: 'wait' };
    if (record.state === 'done') return { kind: 'answered', answer: record };
    return { kind: 'join', progress: record.progress, others: telling(means, key, version) };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn('lookup_not_shared');
    return { kind: 'lead', others: NOBODY };
  }
}

const NOBODY: Others = {
  running: () => Promise.resolve(),
  answered: () => Promise.resolve(),
  givenUp: () => Promise.resolve(),
};

function telling({ store, clock, ids, log }: SharingMeans, key: string, first: string): Others {
  /** Undefined once the record is another's or the store is down: then there is nothing to say any more. */
  let version: string | undefined = first;
  const write = async (record: LookupRecord, forMs: number): Promise<void> => {
    if (version === undefined) return;
    try {
      const options = { owner: ids.next(), expiresAt: clock.now() + forMs };
      const outcome = await store.compareAndSet(key, version, record, options);
      version = outcome.swapped ? outcome.version : undefined;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) && !(error instanceof RecordTooLarge)) throw error;
      log.warn('lookup_not_recorded', { state: record.state });
      version = undefined;
    }
  };
  return {
    running: (progress) => write({ state: 'running', progress }, RUNNING_MS),
    answered: (segments, forMs) => write(doneLookup(segments, clock.now() + forMs), forMs),
    givenUp: () => write({ state: 'starting' }, 1),
  };
}
