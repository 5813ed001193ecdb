import type {
  ActivitySid,
  CallSid,
  ConferenceSid,
  LeaveIntent,
  ReservationSid,
  TaskSid,
  WorkerPhone,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';
import type { Done } from './drop';
import type { Rules } from './rules';

/** Why a leg left: its phone hung up, it was sent elsewhere, the conference ended under it, or it was removed. */
export type WhyLeft = 'hung_up' | 'moved' | 'ended' | 'removed';

/** What a look at conference, task and reservations shows; undefined where nobody had to look or nothing was found. */
export interface Sight {
  /** The conference goes on and the customer is on it. */
  readonly customerOn: boolean;
  /** The dropped worker's leg is there after all. */
  readonly workerOn: boolean;
  /** Another worker is on the call, or has accepted it and has not joined yet. */
  readonly otherWorker: 'on' | 'coming' | 'none';
  /** That one, if on the call. */
  readonly otherWorkerSid?: WorkerSid | undefined;
  /** Anybody besides customer and dropped worker. */
  readonly others: boolean;
  readonly customerCallSid?: CallSid | undefined;
  readonly workflowSid?: WorkflowSid | undefined;
  readonly conferenceSid?: ConferenceSid | undefined;
  readonly worker?: {
    readonly workerSid: WorkerSid;
    readonly name: string;
    readonly reservationSid: ReservationSid;
  };
  readonly phone?: WorkerPhone | undefined;
}

/** Everything that can happen to a call, whether a page, Twilio, a look or the clock says so. */
export type CallEvent =
  /** The agent's page is on the call. */
  | {
      readonly type: 'registered';
      readonly workerSid: WorkerSid;
      readonly name: string;
      readonly reservationSid: ReservationSid;
      readonly callSid: CallSid;
      readonly phone?: WorkerPhone | undefined;
      readonly conferenceSid: ConferenceSid;
      readonly customerCallSid?: CallSid | undefined;
      readonly workflowSid?: WorkflowSid | undefined;
    }
  /** The agent leaves in order. */
  | { readonly type: 'deregistered'; readonly workerSid: WorkerSid; readonly intent: LeaveIntent }
  /** A leg joined the conference. */
  | { readonly type: 'joined'; readonly callSid: CallSid; readonly conferenceSid: ConferenceSid }
  /** A leg left the conference. `dropId` names the drop that this may be. */
  | {
      readonly type: 'left';
      readonly callSid: CallSid;
      readonly why: WhyLeft;
      readonly at: number;
      readonly dropId: string;
    }
  /** A leg now ends the conference when it leaves. */
  | { readonly type: 'exit_flag_set'; readonly callSid: CallSid }
  | { readonly type: 'exit_flag_undone'; readonly callSid: CallSid }
  /** The scheduler will try again what could not be undone. */
  | { readonly type: 'flags_watched' }
  /** The call that could not be saved is in the day's counts. */
  | { readonly type: 'unsaved_counted' }
  /** The conference is over; by API when somebody ended it for everybody. */
  | {
      readonly type: 'conference_ended';
      readonly byApi: boolean;
      /** The leg whose leaving ended it. */
      readonly endedBy?: CallSid | undefined;
    }
  /** A worker accepted the call's task. */
  | {
      readonly type: 'accepted';
      readonly workerSid: WorkerSid;
      readonly name: string;
      readonly reservationSid: ReservationSid;
      readonly phone?: WorkerPhone | undefined;
    }
  /** A worker's reservation of the call's task is in wrap-up. */
  | {
      readonly type: 'wrapped_up';
      readonly workerSid: WorkerSid;
      readonly name: string;
      readonly reservationSid: ReservationSid;
      readonly phone?: WorkerPhone | undefined;
      readonly at: number;
      readonly dropId: string;
    }
  /** `dropId` names the drop that this may turn out to be, if its agent has left already. */
  | {
      readonly type: 'transfer_started';
      readonly transferSid?: string | undefined;
      readonly dropId: string;
    }
  /** A transfer ended; `failed` when nobody took the call. */
  | {
      readonly type: 'transfer_ended';
      readonly failed: boolean;
      readonly transferSid?: string | undefined;
      readonly dropId: string;
    }
  /** Somebody takes the work over whose holder's time is over. */
  | { readonly type: 'taken_over' }
  /** A process could not finish what it held the right to. */
  | {
      readonly type: 'given_up';
      readonly mayHavePinged: boolean;
      readonly mayHaveRedirected: boolean;
    }
  /** A look at what is so, for a drop that is being examined or checked again. */
  | { readonly type: 'looked'; readonly sight: Sight }
  | { readonly type: 'announced' }
  /** The ping exists. */
  | { readonly type: 'ping_sent'; readonly taskSid: TaskSid; readonly until: number }
  /** It certainly was not created. */
  | { readonly type: 'ping_absent' }
  | { readonly type: 'ping_accepted'; readonly taskSid: TaskSid }
  | { readonly type: 'ping_expired'; readonly taskSid: TaskSid }
  /** The customer's call was told to go to the queue. */
  | { readonly type: 'redirected' }
  /** It certainly was not. */
  | { readonly type: 'not_redirected' }
  /** The customer's call has ended. */
  | { readonly type: 'customer_gone' }
  /** The reconnect task is in its queue. */
  | { readonly type: 'queued'; readonly taskSid: TaskSid }
  /** A look at the reconnect task showed nothing new. */
  | { readonly type: 'still_in_line' }
  | { readonly type: 'taken'; readonly taskSid: TaskSid; readonly workerSid: WorkerSid }
  /** The reconnect task ended without an agent. */
  | { readonly type: 'line_left'; readonly taskSid: TaskSid }
  /** The agent who took the caller is in the new conference. */
  | { readonly type: 'arrived' }
  /** The worker was made available, or set Offline, or nothing of the kind was needed or possible. */
  | {
      readonly type: 'worker_ready';
      readonly available: boolean;
      readonly setOffline: boolean;
      readonly activity?: { readonly before: ActivitySid; readonly given: ActivitySid } | undefined;
    }
  /** The conference was looked at after a hang-up in order. */
  | { readonly type: 'farewell_checked'; readonly settled: boolean }
  | { readonly type: 'did'; readonly what: Done }
  /** Time passed. */
  | { readonly type: 'tick' };

export type EventOf<Type extends CallEvent['type']> = Extract<CallEvent, { type: Type }>;

/** When an event happens, and whose hands act on it. */
export interface Moment {
  readonly now: number;
  /** Names the process: what it may do once is recorded under this name first. */
  readonly me: string;
  readonly rules: Rules;
}
