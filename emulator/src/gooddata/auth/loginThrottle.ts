import type { Clock } from '../../kernel/clock';
import { createSlidingWindow, type SlidingWindow } from '../../sync/slidingWindow';
import type { InsightsSettings } from '../settings';

const WINDOW_MS = 60_000;

/** Counts logins against the limits of the settings. */
export interface LoginThrottle {
  /** Milliseconds until a login of that name is let through; 0 when it is now, and then it counts. */
  admit(login: string): number;
  /** Counts a wrong password. */
  refused(login: string): void;
}

/** Two limits: any logins by anybody, and wrong passwords per known name (all unknown ones are one). */
export function createLoginThrottle(clock: Clock, settings: () => InsightsSettings): LoginThrottle {
  const windows = new Map<string, SlidingWindow>();

  const windowOf = (name: string, max: number): SlidingWindow => {
    // The limit is part of the key: another setting starts to count anew.
    const key = `${name}:${max}`;
    const window = windows.get(key) ?? createSlidingWindow(clock, max, WINDOW_MS);
    windows.set(key, window);
    return window;
  };
  const badLogins = (login: string): SlidingWindow => {
    const { users, maxBadLogins } = settings();
    return windowOf(users.some((user) => user.login === login) ? `bad ${login}` : 'bad', maxBadLogins);
  };

  return {
    admit(login) {
      const all = windowOf('all', settings().maxLogins);
      const waitMs = Math.max(all.waitMs(), badLogins(login).waitMs());
      if (waitMs === 0) all.add();
      return waitMs;
    },
    refused(login) {
      badLogins(login).add();
    },
  };
}
