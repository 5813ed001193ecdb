import {
  StoreUnavailable,
  typedStore,
  type Clock,
  type Ids,
  type Log,
  type Sleep,
  type Store,
} from '@patchbay/shared';
import { InsightsUnavailable } from '../insights/failures';
import type { Insights } from '../insights/insights';
import type { Patience } from '../lookup/patience';
import { pauseBefore } from '../lookup/pauseBefore';
import { seal, unseal } from '../secrets/seal';
import { errorDuring, LoginRecord, pauseAfter } from './loginRecord';
import { endOfSst, type Token } from './tokens';

export interface KnownSst {
  readonly sst: Token;
  /** A TT that came with the login. */
  readonly tt: string | undefined;
  /** False for one that another request or instance had logged in for. */
  readonly isNew: boolean;
}

/** An SST other than `refused`: one that an instance has put into the store, or a new one. */
export type ObtainSst = (refused: string | undefined) => Promise<KnownSst>;

export interface LoginMeans {
  readonly store: Store;
  /** Names the login in the store: another user or password is another login. */
  readonly recordKey: string;
  readonly sealKey: Buffer;
  readonly insights: Insights;
  readonly patience: Patience;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sleep: Sleep;
  readonly log: Log;
}

/** Longer than a function lives: whoever holds the right to log in longer is dead. */
const LEASE_MS = 12_000;
/** Not the first one of `pauseBefore`: a login takes some 200 ms. */
const FIRST_ROUND = 3;

/**
 * One login however many instances need one at once: who writes the record first logs in, the others wait for what it
 * writes. Without the store nobody logs in (StoreUnavailable): a login at every instance is what locks the user out.
 *
 * 1 call to the store for an SST that is there, 3 with a login.
 */
export function sstObtainer(means: LoginMeans): ObtainSst {
  const { store, recordKey, sealKey, patience, clock, ids, sleep } = means;
  const records = typedStore(store, LoginRecord);
  const lease = () => ({ owner: ids.next(), expiresAt: clock.now() + LEASE_MS });

  /** An SST, the version of a record that gives the right to log in, or neither: somebody else is at it. */
  const look = async (refused: string | undefined): Promise<KnownSst | { version: string } | undefined> => {
    const found = await records.get(recordKey);
    if (found === undefined) {
      const created = await records.createIfAbsent(recordKey, { state: 'logging-in' }, lease());
      return created.created ? created : undefined;
    }
    const { value: record, version } = found;
    if (record.state === 'logging-in') return undefined;
    if (record.state === 'paused') throw errorDuring(record, clock.now());
    const value = unseal(sealKey, record.sealed, recordKey);
    if (value !== undefined && value !== refused)
      return { sst: { value, until: record.until }, tt: undefined, isNew: false };
    const swapped = await records.compareAndSet(recordKey, version, { state: 'logging-in' }, lease());
    return swapped.swapped ? swapped : undefined;
  };

  return async (refused) => {
    for (let round = FIRST_ROUND; ; round += 1) {
      const seen = await look(refused);
      if (seen !== undefined) return 'version' in seen ? logIn(means, seen.version) : seen;
      const pause = pauseBefore(round, patience.left());
      if (pause === undefined) throw new InsightsUnavailable('login/waiting', { askedSeconds: 1 });
      await sleep(pause);
    }
  };
}

/** The right to log in is ours: whatever comes of it is written down. */
async function logIn(means: LoginMeans, version: string): Promise<KnownSst> {
  const { insights, sealKey, recordKey, clock } = means;
  try {
    const { sst, tt } = await insights.logIn();
    const until = endOfSst(clock.now());
    await settle(means, version, { state: 'known', sealed: seal(sealKey, sst, recordKey), until });
    return { sst: { value: sst, until }, tt, isNew: true };
  } catch (error) {
    await settle(means, version, pauseAfter(error, clock.now()));
    throw error;
  }
}

async function settle(
  { store, recordKey, ids, log }: LoginMeans,
  version: string,
  record: Extract<LoginRecord, { until: number }>,
): Promise<void> {
  try {
    await store.compareAndSet(recordKey, version, record, { owner: ids.next(), expiresAt: record.until });
  } catch (error) {
    // The lease runs out by itself; the next instance that needs a login has one of its own.
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn('login_not_recorded', { state: record.state });
  }
}
