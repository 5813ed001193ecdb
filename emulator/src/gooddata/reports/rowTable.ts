import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock';
import type { Row } from '../model';
import type { InsightsSettings } from '../settings';

/** The newest rows kept, and the newest loads to come: a local contact centre's day has fewer. */
const MAX_KEPT = 20_000;
const MAX_COMING = 5_000;

/** A row and the element of its external ID, a number that stays the same. */
export interface StoredRow {
  readonly row: Row;
  readonly elementId: number;
}

interface Load {
  readonly at: number;
  readonly rows: readonly StoredRow[];
  readonly restated: InsightsSettings['restated'];
}

/** What reports are made of. */
export interface RowTable {
  /** Loads rows, milliseconds from now. */
  add(rows: readonly Row[], load: { readonly restated: Load['restated']; readonly delayMs: number }): void;
  /** What is loaded by now, in the order it was. */
  list(): readonly StoredRow[];
  /** How many loads are still to come. */
  readonly loadsToCome: number;
}

/** 48 bits of a hash: the same for the same element, whatever came before. */
const elementIdOf = ({ external_id: title, element = '' }: Row): number =>
  createHash('sha256').update(`${element}\n${title}`).digest().readUIntBE(0, 6);

export function createRowTable(clock: Clock): RowTable {
  let loaded: readonly StoredRow[] = [];
  let coming: Load[] = [];

  /** Nothing waits on a timer: rows come when somebody looks. */
  const loadWhatIsDue = (): void => {
    const now = clock.now();
    const due = coming.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    if (due.length === 0) return;
    coming = coming.filter(({ at }) => at > now);
    let next = [...loaded];
    for (const { rows, restated } of due) {
      if (restated === 'replaced') {
        const again = new Set(rows.map(({ row }) => row.segment_id));
        next = next.filter(({ row }) => !again.has(row.segment_id));
      }
      next.push(...rows);
    }
    loaded = next.slice(-MAX_KEPT);
  };

  return {
    add(rows, { restated, delayMs }) {
      const stored = rows.map((row) => ({ row, elementId: elementIdOf(row) }));
      coming.push({ at: clock.now() + delayMs, rows: stored, restated });
      if (delayMs === 0 || coming.length > MAX_COMING) loadWhatIsDue();
      if (coming.length > MAX_COMING) coming.shift();
    },
    list() {
      loadWhatIsDue();
      return loaded;
    },
    get loadsToCome() {
      loadWhatIsDue();
      return coming.length;
    },
  };
}
