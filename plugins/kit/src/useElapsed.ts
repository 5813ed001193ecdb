import { useEffect, useState } from 'react';

/** How long ago `since` was (ms since 1970), as `m:ss`, counted on by the second. */
export function useElapsed(since: number, now: () => number = Date.now): string {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  // A clock that runs behind the service's must not count down.
  const seconds = Math.max(0, Math.floor((now() - since) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
