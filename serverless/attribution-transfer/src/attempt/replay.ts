import type { Attempt } from './attempt';
import type { TransferReport } from './event';

/** Whether this is the claim the attempt was last given for; it may have run out. */
export const holdsClaim = ({ state, replay }: Attempt, claimId: string): boolean =>
  state === 'claimed' && replay?.claimId === claimId;

/** A claim that has not run out. */
export const hasLiveClaim = (attempt: Attempt, now: number): boolean =>
  attempt.state === 'claimed' && attempt.replay !== undefined && now < attempt.replay.leaseUntil;

/** Twilio's clock and ours differ a little, and event times may be cut to whole seconds. */
const CLOCK_TOLERANCE_MS = 1_500;

/**
 * Whether TaskRouter speaks of this attempt's transfer: to its receiver, by A's reservation, and not of an earlier
 * attempt's, whose events may come late.
 */
export const isItsTransfer = (
  { receiver, reservationSid, since }: Attempt,
  { to: target, from, at }: TransferReport,
): boolean =>
  receiver !== undefined &&
  receiver.workerSid === target &&
  (from === undefined || from === reservationSid) &&
  (at === undefined || at >= since - CLOCK_TOLERANCE_MS);
