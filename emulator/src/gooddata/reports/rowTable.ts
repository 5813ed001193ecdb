import { createHash } from 'node:crypto';
import type { Row } from '../model';

/** The newest rows kept: a local contact centre's day has fewer. */
const MAX_ROWS = 20_000;

/** A row and the element of its external ID, a number that stays the same. */
export interface StoredRow {
  readonly row: Row;
  readonly elementId: number;
}

/** What reports are made of. */
export interface RowTable {
  add(rows: readonly Row[], restated: 'repeated' | 'replaced'): void;
  /** Oldest first; a new list after each change. */
  list(): readonly StoredRow[];
}

/** 48 bits of a hash: the same for the same element, whatever came before. */
const elementIdOf = ({ external_id: title, element = '' }: Row): number =>
  createHash('sha256').update(`${element}\n${title}`).digest().readUIntBE(0, 6);

export function createRowTable(): RowTable {
  let rows: readonly StoredRow[] = [];
  return {
    add(added, restated) {
      const again = new Set(restated === 'replaced' ? added.map((row) => row.segment_id) : []);
      rows = [
        ...rows.filter(({ row }) => !again.has(row.segment_id)),
        ...added.map((row) => ({ row, elementId: elementIdOf(row) })),
      ].slice(-MAX_ROWS);
    },
    list: () => rows,
  };
}
