import { ok, queryNumber, type AdminRoute } from './adminRoute';
import type { EventLog } from './events/eventLog';

const MAX_WAIT_MS = 30_000;
const MAX_EVENTS = 1_000;

/**
 * What TaskRouter did, whoever caused it: `since` (a sequence), `wait` (real milliseconds, up to 30 s) holds the answer
 * until there is something, `limit` keeps the newest.
 */
export const eventRoutes = (log: EventLog): readonly AdminRoute[] => [
  {
    method: 'GET',
    pattern: '/_emulator/events',
    handle: async (request) => {
      const since = queryNumber(request, 'since', 0);
      await log.waitFor(since, Math.min(queryNumber(request, 'wait', 0), MAX_WAIT_MS));
      const limit = Math.min(Math.max(queryNumber(request, 'limit', 100), 1), MAX_EVENTS);
      return ok({ sequence: log.sequence, events: log.since(since).slice(-limit) });
    },
  },
];
