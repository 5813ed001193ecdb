/** How long a report is followed; they take minutes at worst, and nobody watches longer than that. */
export const LIMIT_MS = 180_000;
/** Between two questions for one report. The service itself waits some seconds before it says that it is not ready. */
export const PAUSE_MS = 1_000;
/** How often the client tries one question before somebody is told: a person waits for it. */
export const ATTEMPTS = 4;
