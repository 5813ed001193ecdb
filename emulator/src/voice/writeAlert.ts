import type { Journal } from '../kernel/journal';
import type { Alert } from './state';

/** Puts what Twilio's debugger would show into the journal: errors that answer nobody's request. */
export const writeAlert =
  (journal: Journal): Alert =>
  (code, message) => {
    journal.record({
      direction: 'in',
      host: 'monitor.twilio.com',
      method: 'ALERT',
      path: `/v1/Alerts/${code}`,
      query: [],
      kind: 'alert',
      status: 0,
      durationMs: 0,
      faults: [],
      note: `error ${code}: ${message}`,
    });
  };
