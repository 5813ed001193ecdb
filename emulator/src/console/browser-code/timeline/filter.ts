import type { Kind, Row } from './row';

/** What the timeline shows. */
export interface Filter {
  readonly kinds: ReadonlySet<Kind>;
  /** In lower case; empty for everything. */
  readonly text: string;
}

/** What a person wants to see first: not the traffic of pages that are loading. */
export const FIRST: Filter = {
  kinds: new Set(['task', 'reservation', 'transfer', 'function', 'webhook', 'fault'] satisfies Kind[]),
  text: '',
};

/** Whether a line is shown; the text may stand anywhere in it, also in what only opening it shows. */
export const shows = ({ kinds, text }: Filter, row: Row): boolean =>
  kinds.has(row.kind) &&
  (text === '' || `${row.text} ${row.detail} ${JSON.stringify(row.full)}`.toLowerCase().includes(text));
