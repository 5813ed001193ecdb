/** Ended calls and conferences kept for whoever asks; the oldest are forgotten beyond it. */
export const ENDED_KEPT = 200;

/** Waiting calls per workflow unless raised through the Queues API (TaskRouter: Limits). */
export const WAITING_PER_WORKFLOW = 100;

/** The most that can be asked for (Queue resource: MaxSize). */
export const WAITING_MAX = 5_000;

/** Conference participants: the default and the most there can be (Participant resource: MaxParticipants). */
export const PARTICIPANTS_MAX = 250;

/** Seconds a call rings unless told (Call resource: Timeout). */
export const RING_TIMEOUT_S = 60;

/** Calls at once: more than any contact centre on one machine needs. */
export const LIVE_CALLS_MAX = 5_000;

/** Verbs one call may go through between two that take time: a `<Redirect>` to itself must not spin for ever. */
export const VERBS_IN_A_ROW_MAX = 100;

/** Twilio's answer to a webhook of a call: 15 s (Voice webhooks). */
export const WEBHOOK_TIMEOUT_MS = 15_000;
