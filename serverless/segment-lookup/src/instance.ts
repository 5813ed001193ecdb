import { expiringCache, memoryStore, type Clock, type ExpiringCache, type Store } from '@patchbay/shared';
import type { Finding, Segments } from './lookup/lookup';
import { tokenBook, type TokenBook } from './tokens/tokenBook';

/** What a process remembers from one request to the next. */
export interface Instance {
  /** The tokens of a login, by the login's key. */
  readonly tokensOf: (login: string) => TokenBook;
  /** Complete answers, by question. */
  readonly results: ExpiringCache<Segments>;
  /** Questions being asked: the cloud gives an instance one request at a time, other hosts many. */
  readonly flights: Map<string, Promise<Finding>>;
  /** Numbers of display forms, by identifier. */
  readonly forms: ExpiringCache<string>;
  /** In the place of Sync where there is none: shared within this process only. */
  readonly store: Store;
}

const DAY_MS = 86_400_000;
/** A login is the deployment's; another one means that the configuration was changed. */
const MOST_LOGINS = 4;
const MOST_RESULTS = 500;

export function newInstance(clock: Clock): Instance {
  const books = expiringCache<TokenBook>(clock, MOST_LOGINS);
  return {
    tokensOf(login) {
      const book = books.find(login) ?? tokenBook();
      books.keep(login, book, clock.now() + 30 * DAY_MS);
      return book;
    },
    results: expiringCache(clock, MOST_RESULTS),
    flights: new Map(),
    forms: expiringCache(clock, MOST_LOGINS),
    store: memoryStore(clock),
  };
}
