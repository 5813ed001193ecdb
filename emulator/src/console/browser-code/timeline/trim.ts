import type { Kind, Row } from './row';

/** More lines than anyone reads. */
export const MOST_OF_A_KIND = 300;

/** The newest lines of each kind, given newest first: the requests of a page that loads push out nothing else. */
export function trim(rows: readonly Row[]): Row[] {
  const counts = new Map<Kind, number>();
  return rows.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
}
