import type { Journal, JournalFilter } from '../kernel/journal';
import { ok, queryNumber, type AdminRequest, type AdminRoute } from './adminRoute';

const MAX_WAIT_MS = 30_000;
const MAX_ENTRIES = 1_000;

function readFilter(request: AdminRequest): JournalFilter {
  const direction = request.query.get('direction');
  const filter: Record<string, string> = {};
  for (const name of ['host', 'method', 'pattern', 'kind', 'note'] as const) {
    const value = request.query.get(name);
    if (value !== null) filter[name] = value;
  }
  return {
    since: queryNumber(request, 'since', 0),
    ...(direction === 'in' || direction === 'out' ? { direction } : {}),
    ...filter,
  };
}

/**
 * The journal: `since`, `host`, `method`, `pattern`, `kind`, `note` and `direction` narrow it, `wait` (real milliseconds,
 * up to 30 s) holds the answer until something matches, `limit` keeps the newest. Counts always cover all that match.
 */
export function journalRoutes(journal: Journal): readonly AdminRoute[] {
  return [
    {
      method: 'GET',
      pattern: '/_emulator/journal',
      handle: async (request) => {
        const filter = readFilter(request);
        const waitMs = Math.min(queryNumber(request, 'wait', 0), MAX_WAIT_MS);
        const limit = Math.min(Math.max(queryNumber(request, 'limit', 100), 1), MAX_ENTRIES);
        await journal.waitFor(filter, waitMs);
        const entries = journal.entries(filter);
        return ok({
          sequence: journal.sequence,
          counts: journal.counts(filter),
          entries: entries.slice(-limit),
        });
      },
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/journal',
      handle: () => {
        journal.clear();
        return { status: 204 };
      },
    },
  ];
}
