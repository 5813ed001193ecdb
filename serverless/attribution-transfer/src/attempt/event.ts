import type { ReservationSid, TaskSid, WorkerSid } from '@patchbay/shared/contracts';

/** What TaskRouter says of a transfer; undefined where it says nothing. */
export interface TransferReport {
  readonly to: string | undefined;
  /** The reservation it was started from. */
  readonly from: string | undefined;
  /** When this happened, ms since 1970. */
  readonly at: number | undefined;
}

/** Everything that can happen to an attempt, whether a page, Twilio or the clock says so. */
export type AttemptEvent =
  /** The attribution task exists: Twilio answered the create, or an event or a search showed it. */
  | { readonly type: 'task_created'; readonly taskSid: TaskSid }
  /** The create certainly did not happen. */
  | { readonly type: 'create_failed'; readonly owner: string }
  /** Nobody knows whether the create happened. */
  | { readonly type: 'create_unknown'; readonly owner: string; readonly unsettledAt: number | null }
  /** A repeat of the request takes over an unfinished create. */
  | { readonly type: 'create_taken_over'; readonly owner: string; readonly leaseMs: number }
  /** An agent rejected the attribution task or let it time out. */
  | { readonly type: 'declined'; readonly taskSid: TaskSid }
  /** B accepted the attribution task. */
  | {
      readonly type: 'accepted';
      readonly taskSid: TaskSid;
      readonly workerSid: WorkerSid;
      readonly reservationSid: ReservationSid;
    }
  /** The attribution task ended without having been accepted. */
  | {
      readonly type: 'unanswered';
      readonly taskSid: TaskSid;
      readonly because: 'timed_out' | 'no_agent' | 'removed';
    }
  /** A page of A asks to replay the transfer. */
  | {
      readonly type: 'claim';
      readonly claimant: string;
      readonly claimId: string;
      readonly leaseUntil: number;
    }
  /** The claim ran out; TaskRouter was asked who has the call now. */
  | { readonly type: 'claim_checked'; readonly holder: 'sender' | 'receiver' | 'nobody' }
  /** The claiming page reports. */
  | {
      readonly type: 'outcome';
      readonly claimId: string;
      readonly outcome: 'transferred' | 'failed';
      readonly reason?: string | undefined;
    }
  /** TaskRouter says how the call's transfer to `to` ended. */
  | ({ readonly type: 'transfer_completed' } & TransferReport)
  | ({ readonly type: 'transfer_failed'; readonly reason: string } & TransferReport)
  /** A gives up. */
  | { readonly type: 'cancel' }
  /** The original task is over. */
  | { readonly type: 'call_ended' }
  /** A's reservation of the original task is in wrap-up: A is not on the call any more. */
  | { readonly type: 'sender_left'; readonly recovering: boolean }
  /** The original task has a newer accepted reservation. */
  | { readonly type: 'superseded' }
  /** Whatever could not go on after an effect failed for good. */
  | { readonly type: 'failed'; readonly reason: string }
  /** Time passed. */
  | { readonly type: 'tick' }
  /** All commands of an ended attempt have been carried out. */
  | { readonly type: 'settled' };
