import { InvalidInput } from '../kernel/jsonFields';
import type { Journal, JournalFilter } from '../kernel/journal';
import { ok, readWindow, type AdminRequest, type AdminRoute } from './adminRoute';

function readDirection(direction: string): 'in' | 'out' {
  if (direction === 'in' || direction === 'out') return direction;
  throw new InvalidInput('direction must be in or out');
}

function readFilter(request: AdminRequest): JournalFilter {
  const direction = request.query.get('direction');
  const filter: Record<string, string> = {};
  for (const name of ['host', 'method', 'pattern', 'kind', 'note'] as const) {
    const value = request.query.get(name);
    if (value !== null) filter[name] = value;
  }
  return {
    ...(direction === null ? {} : { direction: readDirection(direction) }),
    ...filter,
  };
}

/**
 * The journal, or a window of it (see `readWindow`): `host`, `method`, `pattern`, `kind`, `note` and `direction` narrow it.
 * Counts always cover all that match.
 */
export function journalRoutes(journal: Journal): readonly AdminRoute[] {
  return [
    {
      method: 'GET',
      pattern: '/_emulator/journal',
      handle: async (request) => {
        const { since, waitMs, limit } = readWindow(request);
        const filter = { ...readFilter(request), since };
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
