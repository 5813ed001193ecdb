/**
 * How often A's page asks for the status. That somebody accepted shows on the task at once; that nobody did, or that an
 * event was lost, only the status tells.
 */
export const LOOK_MS = 5_000;
/** While the transfer is under way, and after a question that was not answered. */
export const LOOK_SLOWLY_MS = 10_000;
/** How often a page asks whether the service began what it gave no answer to, before it tells A that it failed. */
export const MAX_DOUBTS = 3;
/** The events about A's leg are on their way to the service. */
export const LOOK_AFTER_LEAVING_MS = 2_000;
/** How long a page leaves the transfer to the page where A clicked. */
export const YIELD_MS = 3_000;
/** How old the end of a transfer may be that a page tells when it is loaded. */
export const NEWS_MS = 120_000;
