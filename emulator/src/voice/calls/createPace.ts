import type { Clock } from '../../kernel/clock';

/** Takes the next place among the calls that are placed; answers how many milliseconds from now it is. */
export type Pace = () => number;

/** So many calls to telephones a second (Call resource: calls per second); null is no limit. */
export function createPace(clock: Clock, perSecond: number | null): Pace {
  let free = 0;
  return () => {
    if (perSecond === null) return 0;
    const at = Math.max(clock.now(), free);
    free = at + 1000 / perSecond;
    return at - clock.now();
  };
}
