import type { Cancel, Clock } from '../../../kernel/clock';
import type { Session } from './session';
import type { SessionRegistry } from './sessionRegistry';

type Attendance = Pick<Session, 'workerSid' | 'offlineWhenGone'>;

/** Watches workers come and go, for those whose client asked for `setWorkerOfflineIfDisconnected=true`. */
export interface Presence {
  arrived(session: Attendance): void;
  left(session: Attendance): void;
  /** Forgets who is on the way out. */
  stop(): void;
}

export interface PresenceDependencies {
  readonly clock: Clock;
  readonly registry: Pick<SessionRegistry<Attendance>, 'of'>;
  /** Milliseconds a worker may be gone before it counts as offline. */
  readonly offlineAfterMs: number;
  readonly setOffline: (workerSid: string) => void;
}

/**
 * Sets a worker offline once the last of its sessions has been gone for a while (Flex: "Offline threshold").
 * A reload closes the socket with the same code as leaving for good does, so only the wait tells them apart.
 */
export function createPresence({
  clock,
  registry,
  offlineAfterMs,
  setOffline,
}: PresenceDependencies): Presence {
  const leaving = new Map<string, Cancel>();

  const stay = (workerSid: string): void => {
    leaving.get(workerSid)?.();
    leaving.delete(workerSid);
  };

  return {
    arrived(session) {
      stay(session.workerSid);
    },
    left({ workerSid, offlineWhenGone }) {
      if (!offlineWhenGone || registry.of(workerSid).length > 0) return;
      stay(workerSid);
      leaving.set(
        workerSid,
        clock.schedule(offlineAfterMs, () => {
          leaving.delete(workerSid);
          setOffline(workerSid);
        }),
      );
    },
    stop() {
      for (const cancel of leaving.values()) cancel();
      leaving.clear();
    },
  };
}
