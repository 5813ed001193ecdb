import type { RecoveryView } from '@patchbay/shared/contracts';

/** How a recovery ended for the agent who dropped, where there is something to say. */
export type Ending =
  /** Somebody else has the caller, or gets it. */
  | 'elsewhere'
  | 'hung_up'
  | 'ended'
  /** Nothing was heard for too long. */
  | 'unknown';

/** What becomes of a call from which this agent dropped, as this page knows it. */
export type Recovery =
  /** Is asked whether the call dropped; nothing is shown. */
  | { readonly stage: 'checking'; readonly looks: number }
  /** The caller is being brought back; the agent waits. */
  | {
      readonly stage: 'waiting';
      readonly isSuspended: boolean;
      /** Looks in a row without an answer, and looks in a row that found no recovery. */
      readonly failures: number;
      readonly blanks: number;
    }
  /** Is said until the agent has read it. */
  | { readonly stage: 'over'; readonly how: Ending };

export type RecoveryEvent =
  /** A call is in wrap-up and this agent did not end it. */
  | { readonly type: 'found' }
  /** The service asks whether this page is back. */
  | { readonly type: 'pinged' }
  | { readonly type: 'looked'; readonly recovery: RecoveryView | null; readonly isMine: boolean }
  | { readonly type: 'look_failed' }
  /** The agent is on the call with the customer again. */
  | { readonly type: 'back' }
  /** The task has left Flex. */
  | { readonly type: 'gone' }
  /** Longer than anybody should wait. */
  | { readonly type: 'time_up' }
  /** The agent has read how it ended. */
  | { readonly type: 'dismissed' };

export type RecoveryCommand =
  | { readonly kind: 'look' }
  | { readonly kind: 'look_later'; readonly ms: number }
  /** Ends whatever stage it is set in; a later one replaces it. */
  | { readonly kind: 'limit'; readonly ms: number }
  | { readonly kind: 'tell_reconnected' };
