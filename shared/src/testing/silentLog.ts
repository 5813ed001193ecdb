import type { Log } from '../endpoint/ports';

/** A log that nobody reads. */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silentLog,
  note: () => undefined,
};
