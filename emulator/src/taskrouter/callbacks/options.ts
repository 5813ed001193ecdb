/** What Twilio's documents leave open about the callbacks. */
export interface CallbackOptions {
  /** Of `Timestamp`, whose format isn't documented: epoch seconds unless told. */
  readonly timestampFormat?: 'epoch-seconds' | 'iso';
}

/** How long TaskRouter waits for an answer (docs: TaskRouter Events reference, Handle Assignment Callbacks). */
export const EVENT_TIMEOUT_MS = 15_000;
export const ASSIGNMENT_TIMEOUT_MS = 5_000;
