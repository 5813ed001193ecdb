/** Longer than a request can take (4.5 s and 8 s), plus what clocks may differ: after it nobody else is at it. */
export const LEASE_MS = 15_000;
/** A lease this close to its end is not used any more. */
export const LEASE_MARGIN_MS = 5_000;
/** A ping this long past its end should have been reported by an event. */
export const PING_GRACE_MS = 3_000;
/** After this long without a ping the caller is not kept waiting for one. */
export const PING_GIVE_UP_MS = 45_000;
/** Somebody who has not come after so many looks will not. */
export const MAX_WAITS = 4;
/** The announcement is played this long; then it is started again. */
export const ANNOUNCEMENT_MS = 30_000;
/** A transfer or an agent about to join is waited for this long, then looked after. */
export const SUSPENDED_MS = 30_000;
/** For a transfer that TaskRouter is looking for somebody for, and has told nothing more of, this long. */
export const TRANSFER_MS = 900_000;
export const MAX_ENDED_TRANSFERS = 4;
/** A caller whose arrival in the queue nobody reported is searched for after this long. */
export const ARRIVAL_MS = 15_000;
/** How often a caller in the queue is looked after when no event comes. */
export const LINE_MS = 60_000;
/** Others are moved this long after the caller was taken, if the agent's page does not ask. */
export const MOVE_MS = 10_000;
/** A page that announced a hang-up has hung up by then. */
export const FAREWELL_MS = 10_000;
/** More workers than ever are on one call. */
export const MAX_SEATS = 8;
export const MAX_EXIT_FLAGS = 8;
export const MAX_STRAYS = 4;
/** Pings that one drop may see, each after the one before was taken back. */
export const MAX_PINGS = 3;

/** What a deployment decides. */
export interface Rules {
  /** Agents on SIP or PSTN keep their leg when their page dies; with `true` the loss of that leg is recovered too. */
  readonly telephones: boolean;
  /** False: the kill switch. Nothing new begins; what has begun is finished. */
  readonly enabled: boolean;
}
