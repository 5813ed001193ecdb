import type { JournalEntry, JournalFilter } from './journal';

/** Whether an entry is one the filter asks for. */
export const matchesFilter = (entry: JournalEntry, filter: JournalFilter): boolean =>
  entry.sequence > (filter.since ?? 0) &&
  (filter.direction === undefined || entry.direction === filter.direction) &&
  (filter.host === undefined || entry.host === filter.host) &&
  (filter.method === undefined || entry.method === filter.method) &&
  (filter.pattern === undefined || entry.pattern === filter.pattern) &&
  (filter.kind === undefined || entry.kind === filter.kind) &&
  (filter.note === undefined || entry.note === filter.note);

/** The key entries are counted under, e.g. `POST taskrouter.twilio.com/v1/Workspaces/:workspaceSid/Tasks`. */
export const countKey = (entry: JournalEntry): string =>
  `${entry.method} ${entry.host}${entry.pattern ?? entry.path}`;
