import type { RecoveryView, WorkerSid } from '@patchbay/shared/contracts';
import type { Ending } from './recovery';

/** What a recovery means for the agent who dropped. */
export type Verdict = 'none' | 'waiting' | 'suspended' | 'back' | Ending;

/** Whether a recovery is this agent's: others who were on the call have no part in it. Until it is known, it may be anybody's. */
export const isAbout = (me: WorkerSid | undefined, { workerSid }: RecoveryView): boolean =>
  workerSid === null || workerSid === me;

/** Reads a recovery for the agent who dropped; `isMine` when the agent who has the caller now is that one. */
export function judgeView(recovery: RecoveryView | null, isMine: boolean): Verdict {
  if (recovery === null) return 'none';
  switch (recovery.phase) {
    case 'ended':
      return judgeOutcome(recovery, isMine);
    case 'suspended':
      return 'suspended';
    case 'moving':
    case 'queued':
      // Without an answer the caller goes to whoever is free: nothing comes by itself any more.
      return recovery.ping === 'accepted' ? 'waiting' : 'elsewhere';
    default:
      return 'waiting';
  }
}

function judgeOutcome({ outcome }: RecoveryView, isMine: boolean): Verdict {
  switch (outcome) {
    case 'reconnected':
      return 'back';
    case 'taken_over':
      return isMine ? 'back' : 'elsewhere';
    case 'hung_up':
      return 'hung_up';
    case 'graceful':
      return 'none';
    default:
      return 'ended';
  }
}
