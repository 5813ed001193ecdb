const FIRST_MS = 100;
const GROWTH = 1.5;
const LONGEST_MS = 1_000;
/** What a look takes at least: with less left after the pause it would come to nothing. */
const LOOK_MS = 100;

/** Milliseconds to wait before the `round`-th look (from 1); undefined when it could not end within `leftMs`. */
export function pauseBefore(round: number, leftMs: number): number | undefined {
  const pause = Math.round(Math.min(LONGEST_MS, FIRST_MS * GROWTH ** (round - 1)));
  return pause + LOOK_MS <= leftMs ? pause : undefined;
}
