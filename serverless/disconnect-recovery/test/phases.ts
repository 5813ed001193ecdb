import type { RecoveryPhase } from '@patchbay/shared/contracts';
import { isOpen } from '../src/recovery/drop';
import type { Call } from '../src/recovery/call';

/** Where a call is in the picture of docs/disconnect-recovery.md. */
export const placeOf = ({ drop }: Call): RecoveryPhase | 'watching' =>
  drop === undefined ? 'watching' : isOpen(drop) ? drop.phase : 'ended';
