import { startDeadline, type Clock, type Deadline, type Store } from '@patchbay/shared';

/** Milliseconds for one call to the store with all its repeats: a store that hangs must not cost a lookup its time. */
const LIMIT_MS = 1_500;

/** A store each call of which has a short time of its own, at most what the request has left. */
export function hastyStore(open: (deadline: Deadline) => Store, clock: Clock, deadline: Deadline): Store {
  const hasty = (): Store => open(startDeadline(clock, Math.min(LIMIT_MS, deadline.remaining())));
  return {
    get: (key) => hasty().get(key),
    createIfAbsent: (...create) => hasty().createIfAbsent(...create),
    compareAndSet: (...swap) => hasty().compareAndSet(...swap),
  };
}
