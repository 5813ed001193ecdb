/** What of a browser's page is needed to name it. */
export interface PageMeans {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Holds a name until the page is gone; false when another page holds it, or nobody can tell. */
  readonly hold: (name: string) => Promise<boolean>;
  readonly newName: () => string;
}

const KEY = 'patchbay.page';

/**
 * A name for this page that survives a reload and is never shared: session storage is copied when a tab is duplicated, but
 * only one page can hold the lock of that name.
 */
export async function pageName({ storage, hold, newName }: PageMeans = thisPage()): Promise<string> {
  const kept = storage.getItem(KEY);
  if (kept !== null && (await hold(kept))) return kept;
  const name = newName();
  await hold(name);
  storage.setItem(KEY, name);
  return name;
}

const thisPage = (): PageMeans => ({
  storage: sessionStorage,
  hold: holdLock,
  newName: () => crypto.randomUUID(),
});

const holdLock = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    // A page that is not served securely has no locks.
    if (!('locks' in navigator)) {
      resolve(false);
      return;
    }
    navigator.locks
      .request(`${KEY}.${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Never settled: the browser gives the lock back when the page goes.
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(() => {
        resolve(false);
      });
  });
