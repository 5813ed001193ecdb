/** What of a browser's page is needed to name it. */
export interface PageMeans {
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  /** Holds a name until the page is gone; false when another page holds it, or nobody can tell. */
  readonly hold: (name: string) => Promise<boolean>;
  readonly newName: () => string;
}

const KEY = 'patchbay.page';
// On the page itself: another plugin has this code too, and would find the lock held.
const NAME = Symbol.for(KEY);

/** The name of this page: one for all plugins, and the same after a reload. */
export function pageName(): Promise<string> {
  const kept: unknown = Reflect.get(globalThis, NAME);
  if (kept instanceof Promise) return kept.then(String);
  const name = namePage(thisPage());
  Reflect.set(globalThis, NAME, name);
  return name;
}

/**
 * A name for a page that survives a reload and is never shared: session storage is copied when a tab is duplicated, but
 * only one page can hold the lock of that name. Where nothing can be stored, a reload makes it a new one.
 */
export async function namePage({ storage, hold, newName }: PageMeans): Promise<string> {
  const kept = orNull(() => storage().getItem(KEY));
  if (kept !== null && (await hold(kept))) return kept;
  const name = newName();
  await hold(name);
  orNull(() => {
    storage().setItem(KEY, name);
  });
  return name;
}

/** Storage throws where a browser's settings forbid it, and when it is full. */
function orNull<Found>(use: () => Found): Found | null {
  try {
    return use();
  } catch {
    return null;
  }
}

const thisPage = (): PageMeans => ({
  storage: () => sessionStorage,
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
