import type { Clock, Log, LogFields } from '../../endpoint/ports';
import { isSecretKey, redactText } from './redact';

export interface LogSink {
  readonly clock: Clock;
  readonly write: (level: 'info' | 'warn' | 'error', line: string) => void;
}

const MOST_FIELDS = 30;

/** A log of one JSON line per event; secrets and personal data are taken out by name and by pattern. */
export function jsonLog(sink: LogSink, base: LogFields): Log {
  const noted: Record<string, LogFields[string]> = { ...base };
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      const time = new Date(sink.clock.now()).toISOString();
      sink.write(
        level,
        JSON.stringify({ ...clean({ ...noted, ...fields }), time, level, event: redactText(event) }),
      );
    };
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => jsonLog(sink, { ...noted, ...fields }),
    note: (fields) => {
      Object.assign(noted, fields);
    },
  };
}

function clean(fields: LogFields): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields).slice(0, MOST_FIELDS)) {
    if (value !== undefined)
      cleaned[redactText(key).slice(0, 60)] = isSecretKey(key) ? '[secret]' : cleanValue(value);
  }
  return cleaned;
}

// The types say string, number or boolean; a caller who got past them must not get an object into the log either.
function cleanValue(value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? redactText(value) : '[not text]';
}
