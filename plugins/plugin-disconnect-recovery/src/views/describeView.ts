import type { Speech } from '@patchbay/plugin-kit';
import type { PingState, RecoveryOutcome, RecoveryPhase, RecoveryView } from '@patchbay/shared/contracts';
import type { StringKey } from '../strings';

const PINGS: Readonly<Record<PingState, StringKey>> = {
  none: 'PatchbayRecoveriesPingNone',
  sent: 'PatchbayRecoveriesPingSent',
  accepted: 'PatchbayRecoveriesPingAccepted',
  expired: 'PatchbayRecoveriesPingExpired',
  canceled: 'PatchbayRecoveriesPingCanceled',
};

const PHASES: Readonly<Record<RecoveryPhase, StringKey>> = {
  examining: 'PatchbayRecoveriesExamining',
  pinging: 'PatchbayRecoveriesPinging',
  suspended: 'PatchbayRecoveriesSuspended',
  moving: 'PatchbayRecoveriesMoving',
  queued: 'PatchbayRecoveriesQueued',
  ended: 'PatchbayRecoveriesPhaseEnded',
};

const OUTCOMES: Readonly<Record<RecoveryOutcome, StringKey>> = {
  reconnected: 'PatchbayRecoveriesWasReconnected',
  taken_over: 'PatchbayRecoveriesWasTakenOver',
  hung_up: 'PatchbayRecoveriesWasHungUp',
  graceful: 'PatchbayRecoveriesWasGraceful',
  closed: 'PatchbayRecoveriesWasClosed',
};

export const describePing = ({ ping }: RecoveryView, say: Speech<StringKey>): string => say(PINGS[ping]);

export const describePhase = ({ phase }: RecoveryView, say: Speech<StringKey>): string => say(PHASES[phase]);

/** How a recovery ended; `agent` is who has the caller now, as far as that is known. */
export function describeOutcome(
  { outcome, phase }: RecoveryView,
  agent: string | undefined,
  say: Speech<StringKey>,
): string {
  if (outcome === null) return say(PHASES[phase]);
  // The name is looked up, which takes a moment and may fail.
  if (outcome === 'taken_over' && agent === undefined) return say('PatchbayRecoveriesWasTakenOverBySomebody');
  return say(OUTCOMES[outcome], agent === undefined ? {} : { agent });
}

/** Milliseconds as `0:07`, or a dash. */
export function describeTime(ms: number | null): string {
  if (ms === null) return '–';
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
