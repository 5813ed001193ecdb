import type {
  AttemptState,
  AttemptView,
  FailureCode,
  NoAgentFallback,
  WorkerSid,
} from '@patchbay/shared/contracts';
import type { About, Claim, Wish } from './transfer';

/** Why a call to the service had no success. */
export type CallCode = FailureCode | 'network' | 'bad_response' | 'aborted';

/** Everything that can happen to a transfer on A's page. */
export type SendEvent =
  /** A asks for a transfer to a queue; `key` names the click. */
  | { readonly type: 'asked'; readonly wish: Wish; readonly key: string; readonly now: number }
  | { readonly type: 'created' }
  | {
      readonly type: 'create_failed';
      readonly code: CallCode;
      readonly fallback?: NoAgentFallback | undefined;
    }
  /** The service's view of A's attempt; null when there is none of A's. `isWithdrawn` when A was told it had not begun. */
  | {
      readonly type: 'looked';
      readonly attempt: AttemptView | null;
      readonly isWithdrawn: boolean;
      readonly now: number;
    }
  | { readonly type: 'look_failed' }
  /** A call that was there before the page was: nobody knows yet whether it is being transferred. */
  | { readonly type: 'found' }
  /** The call is back after A's leg had dropped, under a task of its own; its transfer had been interrupted. */
  | { readonly type: 'reconnected'; readonly interrupted: About }
  /** The call's task names its receiver. */
  | { readonly type: 'marked'; readonly attemptId: string; readonly receiver: WorkerSid }
  | { readonly type: 'claim_due' }
  /** This page may carry the transfer out; `underway` when it has begun to before it was reloaded. */
  | { readonly type: 'claimed'; readonly claim: Claim; readonly underway: boolean }
  | { readonly type: 'claim_failed'; readonly code: CallCode }
  /** Flex would not transfer. */
  | { readonly type: 'move_refused'; readonly reason: string }
  /** TaskRouter says how a transfer of the call to an agent went; A may have begun it past ours. */
  | {
      readonly type: 'transfer_ended';
      readonly how: 'completed' | 'failed' | 'canceled';
      readonly to: WorkerSid;
    }
  /** What became of a failure that was reported with this claim: the service has made sure. */
  | { readonly type: 'reported'; readonly claimId: string; readonly state: AttemptState }
  | { readonly type: 'report_failed'; readonly claimId: string; readonly code: CallCode }
  /** Flex would not transfer to the queue either. */
  | { readonly type: 'queueing_failed' }
  /** A is not on the call any more: in wrap-up, or the task is gone from A's page. */
  | { readonly type: 'left' }
  | { readonly type: 'gone' }
  /** A is on the call after all: Flex had lost sight of its task. */
  | { readonly type: 'back' }
  | { readonly type: 'cancel_asked' }
  | { readonly type: 'canceled'; readonly state: AttemptState }
  | { readonly type: 'cancel_failed'; readonly code: CallCode }
  /** A asks for the same again. */
  | { readonly type: 'again_asked'; readonly key: string; readonly now: number }
  /** A has read how it ended. */
  | { readonly type: 'dismissed' };

export type EventOf<Type extends SendEvent['type']> = Extract<SendEvent, { type: Type }>;
