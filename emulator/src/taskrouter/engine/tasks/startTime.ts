import { invalid } from '../../../kernel/twilioError';

/** VirtualStartTime reaches back to 1900 (Task reference). */
const EARLIEST = Date.UTC(1900, 0, 1);

/** Checks a virtual start time, milliseconds since 1970: not before 1900, not in the future. */
export function startTimeOf(value: number, now: number): number {
  if (value >= EARLIEST && value <= now) return value;
  throw invalid('Invalid value for VirtualStartTime: it must be between 1900 and now');
}
