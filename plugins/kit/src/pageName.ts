/** What of a browser's page is needed to name it. */
export interface PageMeans {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Undefined where the page is not served securely. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly newName: () => string;
}

const KEY = 'patchbay.page';

/**
 * A name for this page that survives a reload and is never shared: session storage is copied when a tab is duplicated, but
 * only one page can hold the lock of that name.
 */
export async function pageName(
  { storage, locks, newName }: PageMeans = {
    storage: sessionStorage,
    locks: 'locks' in navigator ? navigator.locks : undefined,
    newName: () => crypto.randomUUID(),
  },
): Promise<string> {
  const kept = storage.getItem(KEY);
  if (kept !== null && (await hold(locks, kept))) return kept;
  const name = newName();
  await hold(locks, name);
  storage.setItem(KEY, name);
  return name;
}

/** Resolves to whether the name is ours from now on, until the page is gone. */
const hold = (locks: PageMeans['locks'], name: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (locks === undefined) {
      resolve(false);
      return;
    }
    locks
      .request(`${KEY}.${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(() => {
        resolve(false);
      });
  });
