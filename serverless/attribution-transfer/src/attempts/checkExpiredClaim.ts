import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { hasLiveClaim } from '../attempt/replay';
import type { AttributionPorts } from '../ports';
import { whoHasTheCall } from './whoHasTheCall';

/** A claim that ran out without an outcome: asks TaskRouter who has the call now. One read, only in that case. */
export async function checkExpiredClaim(
  ports: AttributionPorts,
  attempt: Attempt,
): Promise<AttemptEvent | undefined> {
  if (attempt.state !== 'claimed' || hasLiveClaim(attempt, ports.clock.now())) return undefined;
  switch (await whoHasTheCall(ports, attempt)) {
    case 'receiver':
      return { type: 'claim_checked', holder: 'receiver' };
    case 'offered_to_receiver':
      // The transfer is under way.
      return undefined;
    case 'sender':
      return { type: 'claim_checked', holder: 'sender' };
    case 'neither':
      return { type: 'claim_checked', holder: 'nobody' };
  }
}
