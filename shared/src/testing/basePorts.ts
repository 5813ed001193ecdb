import type { BasePorts, Clock, Log } from '../endpoint/ports';
import { cryptoIds } from '../host/cryptoIds';
import { startDeadline } from '../host/deadline';
import { silentLog } from './silentLog';

interface Options {
  readonly log?: Log;
  /** 8 s unless given. */
  readonly deadlineMs?: number;
}

/** What the host gives every request, on this clock. */
export const basePorts = (
  clock: Clock,
  { log = silentLog, deadlineMs = 8_000 }: Options = {},
): BasePorts => ({ clock, ids: cryptoIds, log, deadline: startDeadline(clock, deadlineMs) });
