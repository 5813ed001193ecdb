import { notFound } from '../kernel/twilioError';
import type { LiveQueries } from './liveIndex';
import { createTable, type Table } from './table';

/** The tables Flex's live queries know (docs: Live Query Language); a product may add others. */
const NAMES = ['tr-task', 'tr-worker', 'tr-reservation', 'tr-queue'];

export interface Tables extends LiveQueries {
  /** 404 / 20404 for a table that isn't there. */
  get(name: string): Table;
}

export function createTables(): Tables {
  const tables = new Map(NAMES.map((name) => [name, createTable()]));
  return {
    get(name) {
      const table = tables.get(name);
      if (!table) throw notFound(`/Insights/${name}`);
      return table;
    },
    index(name) {
      const table = tables.get(name) ?? createTable();
      tables.set(name, table);
      return table;
    },
  };
}
