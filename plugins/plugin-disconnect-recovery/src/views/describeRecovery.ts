import type { Speech } from '@patchbay/plugin-kit';
import type { Ending, Recovery } from '../recovery/recovery';
import type { StringKey } from '../strings';

const ENDINGS: Readonly<Record<Ending, StringKey>> = {
  elsewhere: 'PatchbayRecoveryElsewhere',
  hung_up: 'PatchbayRecoveryHungUp',
  ended: 'PatchbayRecoveryEnded',
  unknown: 'PatchbayRecoveryUnknown',
};

/** What the agent who dropped is told. */
export function describeRecovery(
  recovery: Exclude<Recovery, { stage: 'checking' }>,
  say: Speech<StringKey>,
): string {
  if (recovery.stage === 'over') return say(ENDINGS[recovery.how]);
  return say(recovery.isSuspended ? 'PatchbayRecoverySuspended' : 'PatchbayRecoveryReconnecting');
}
