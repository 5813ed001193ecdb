import type { Cancel, Clock } from '../kernel/clock';

/** When one object ends, on the virtual clock. */
export interface Lifetime {
  /** Epoch ms of `date_expires`, null when the object has no TTL. It may still be seen some time after. */
  expiresAt(): number | null;
  /** Starts the TTL anew from now; 0 means for ever. An update that doesn't say a TTL doesn't move it (no sliding). */
  set(ttlSeconds: number): void;
  /** The object is gone: nothing will be removed any more. */
  end(): void;
}

/** Makes lifetimes whose objects vanish `latenessMs` after `date_expires`. */
export type LifetimeFactory = (remove: () => void) => Lifetime;

export function createLifetimes(clock: Clock, latenessMs: number): LifetimeFactory {
  return (remove) => {
    let expiresAt: number | null = null;
    let cancel: Cancel = () => undefined;
    return {
      expiresAt: () => expiresAt,
      set(ttlSeconds) {
        cancel();
        cancel = () => undefined;
        expiresAt = null;
        if (ttlSeconds === 0) return;
        expiresAt = clock.now() + ttlSeconds * 1_000;
        cancel = clock.schedule(ttlSeconds * 1_000 + latenessMs, remove);
      },
      end() {
        cancel();
      },
    };
  };
}
