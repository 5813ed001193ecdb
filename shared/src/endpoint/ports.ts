import type { WorkerSid } from '../contracts/sids';

/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Fresh, unguessable identifiers. */
export interface Ids {
  /** URL-safe, at least 96 bits of randomness. */
  next(): string;
}

/** Structured log; names and numbers only: the host's implementation redacts what must not be there. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A log of its own, with these fields on every line besides the ones this log has. */
  with(fields: LogFields): Log;
  /** Puts fields on every later line of this log, also on those the host writes about the request. */
  note(fields: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The time a request has left. */
export interface Deadline {
  /** Milliseconds left, 0 when over. */
  remaining(): number;
  /** A time-out for one call in ms: at most `share` of what is left and at most `capMs`. Throws DeadlineExceeded when nothing useful is left. */
  shareFor(capMs: number): number;
}

/** The Flex user a valid token belongs to. */
export interface FlexUser {
  readonly identity: string;
  readonly roles: readonly string[];
  /** Absent for users who are not workers. */
  readonly workerSid?: WorkerSid;
  /** The user's token; there only where the contract says `handsOnToken`. A function, so that nothing prints it. */
  readonly revealToken?: () => string;
}

/** What every handler of every service is given; services add their own ports. */
export interface BasePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly deadline: Deadline;
}
