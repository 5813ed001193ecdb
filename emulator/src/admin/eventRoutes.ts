import { ok, readWindow, type AdminRoute } from './adminRoute';
import type { EventLog } from './events/eventLog';

/** What TaskRouter did, whoever caused it; a window of it (see `readWindow`). */
export const eventRoutes = (log: EventLog): readonly AdminRoute[] => [
  {
    method: 'GET',
    pattern: '/_emulator/events',
    handle: async (request) => {
      const { since, waitMs, limit } = readWindow(request);
      await log.waitFor(since, waitMs);
      return ok({ sequence: log.sequence, events: log.since(since).slice(-limit) });
    },
  },
];
