import type { JsonObject } from '../sync/model';

/** A table of rows that live queries read (`/v3/Insights/<index>/Items`): whoever has a query open sees changes at once. */
export interface LiveIndex {
  set(key: string, row: JsonObject): void;
  remove(key: string): void;
}

/** The tables by their names, e.g. `tr-worker`, `tr-reservation`, `tr-queue`. */
export interface LiveQueries {
  index(name: string): LiveIndex;
}
