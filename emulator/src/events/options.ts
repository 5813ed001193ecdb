/** How the local Event Streams delivers. Times are milliseconds of the virtual clock. */
export interface EventStreamOptions {
  /** How long a batching sink gathers events. */
  readonly batchWindowMs: number;
  /** Events per batch, at most; a full batch leaves at once. */
  readonly maxBatchSize: number;
  /** Events one sink may have waiting, under way and between retries; what comes above is dropped. */
  readonly maxPendingEvents: number;
  /** How long a receiver may take to answer (docs: webhook quickstart, 5 s). */
  readonly answerTimeoutMs: number;
  /** The first pause before a retry; each next one is twice as long, up to `longestPauseMs`, and jittered. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** How long an event is retried before it is given up (docs: Event delivery retries, four hours). */
  readonly retryForMs: number;
}

export const DEFAULT_EVENT_STREAM_OPTIONS: EventStreamOptions = {
  batchWindowMs: 1_000,
  maxBatchSize: 100,
  maxPendingEvents: 10_000,
  answerTimeoutMs: 5_000,
  firstPauseMs: 1_000,
  longestPauseMs: 10 * 60_000,
  retryForMs: 4 * 60 * 60_000,
};
