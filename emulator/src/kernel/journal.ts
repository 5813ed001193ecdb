/** One request in (a client called Twilio) or webhook out (Twilio called its user). */
export interface JournalEntry {
  /** Grows by one per entry, never reused. */
  readonly sequence: number;
  /** Milliseconds since 1970 in the local Twilio's time. */
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** The matched route's pattern; for webhooks the path as sent. */
  readonly pattern?: string;
  /** Names of the query parameters; their values may be secret. */
  readonly query: readonly string[];
  /** The body's fields or JSON, cut and without secrets. */
  readonly body?: unknown;
  /** A webhook's group, e.g. `taskrouter-event`. */
  readonly kind?: string;
  /** What the caller saw; 0 when it saw no answer. */
  readonly status: number;
  /** What the route had answered, when a fault hid it. */
  readonly hiddenStatus?: number;
  /** Real milliseconds. */
  readonly durationMs: number;
  /** The fault effects applied, e.g. `status-after`. */
  readonly faults: readonly string[];
  /** Why the entry is unusual: `unrouted`, `crashed: …`, `refused: …`. */
  readonly note?: string;
}

export type JournalRecord = Omit<JournalEntry, 'sequence' | 'at'>;

export interface JournalFilter {
  /** Only entries with a larger sequence. */
  readonly since?: number;
  readonly direction?: JournalEntry['direction'];
  readonly host?: string;
  readonly method?: string;
  readonly pattern?: string;
  readonly kind?: string;
  /** The whole note, e.g. `unrouted`. */
  readonly note?: string;
}

/** What went in and out of the local Twilio, the oldest forgotten beyond the capacity. */
export interface Journal {
  /** The sequence of the newest entry, 0 before the first. */
  readonly sequence: number;
  record(entry: JournalRecord): void;
  entries(filter?: JournalFilter): readonly JournalEntry[];
  /** How often each `METHOD host/pattern` was called. */
  counts(filter?: JournalFilter): Record<string, number>;
  /** The entries that match, as soon as there is one; empty after `timeoutMs` of real time without. */
  waitFor(filter: JournalFilter, timeoutMs: number): Promise<readonly JournalEntry[]>;
  clear(): void;
}
