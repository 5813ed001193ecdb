import type { AttemptState, TaskQueueSid, TransferMode, WorkerSid } from '@patchbay/shared/contracts';

/** Where A wants the call to go. */
export interface Wish {
  readonly targetSid: TaskQueueSid;
  readonly mode: TransferMode;
}

/** The right to carry the transfer out, as the service gave it to this page. */
export interface Claim {
  readonly claimId: string;
  readonly receiver: WorkerSid;
  readonly mode: TransferMode;
}

type OpenState = 'requested' | 'offered' | 'accepted' | 'claimed';

/** How a transfer ended: as the service says, or `queued` when it went to the queue without attribution. */
export interface End {
  readonly how: Exclude<AttemptState, OpenState> | 'queued';
  readonly reason?: string | undefined;
}

/** A failure as this page sees it; the service is told its reason. */
export interface Failure extends End {
  readonly reason: string;
}

export interface About extends Wish {
  /** Milliseconds since 1970, by the page's clock or the service's. */
  readonly since: number;
  /** This page's click began it: this page carries it out, another one only if this one doesn't. */
  readonly own: boolean;
  /** The company whose agents are asked; undefined until the service has said so. */
  readonly affiliation?: string | undefined;
  readonly attemptId?: string | undefined;
  /** The agent who accepted; undefined until the service has said so. */
  readonly receiver?: WorkerSid | undefined;
  /** A has left: the call (wrap-up), or its task as well. */
  readonly left?: 'call' | 'task' | undefined;
  /** A transferred the call to somebody directly, past this transfer. */
  readonly bypassed?: boolean | undefined;
}

/**
 * Nobody knows yet whether the call is being transferred; nothing is shown. `marked` is the attempt that the task names.
 */
export interface Looking {
  readonly stage: 'looking';
  readonly marked?: string | undefined;
}

/** A transfer of one of A's calls, as A's page shows it. */
export type ShownTransfer =
  /** The service is being asked for it; `doubts` counts the answers that did not come, when nobody knows whether it heard. */
  | (About & { readonly stage: 'requesting'; readonly canceling: boolean; readonly doubts?: number })
  /**
   * An agent is being looked for; `elsewhere` when another page of A's carries the transfer out, `denied` when the service
   * said that this call is not the one of the transfer.
   */
  | (About & {
      readonly stage: 'waiting';
      readonly canceling: boolean;
      readonly elsewhere?: boolean;
      readonly denied?: boolean;
    })
  /** An agent has accepted; this page asks for the right to carry the transfer out. */
  | (About & { readonly stage: 'claiming' })
  /** Flex is carrying it out; `failure` is how it went here, until the service has made sure of it. */
  | (About & { readonly stage: 'moving'; readonly claim: Claim; readonly failure?: Failure | undefined })
  /** Over; `asking` while the service may know of another one, or have begun this one after all. */
  | (About & { readonly stage: 'ended'; readonly end: End; readonly asking?: boolean | undefined });

/** What A's page knows of a call that is, or may be, transferred. */
export type Transfer = Looking | ShownTransfer;

export type Stage = Transfer['stage'];
export type InStage<Name extends Stage> = Extract<Transfer, { stage: Name }>;

/** No other transfer of the call can begin. */
export const isUnderWay = (
  transfer: Transfer | undefined,
): transfer is InStage<'requesting' | 'waiting' | 'claiming' | 'moving'> =>
  transfer !== undefined && transfer.stage !== 'looking' && transfer.stage !== 'ended';

/** Nothing happens any more by itself. */
export const isSettled = (transfer: Transfer): boolean =>
  transfer.stage === 'ended' && transfer.asking !== true;

/** A is on the call, which is still A's to transfer. */
export const hasCall = ({ left, bypassed }: About): boolean => left === undefined && bypassed !== true;

export const wishOf = ({ targetSid, mode }: Wish): Wish => ({ targetSid, mode });

export const isSameWish = (one: Wish, other: Wish): boolean =>
  one.targetSid === other.targetSid && one.mode === other.mode;

/** An end as the service names it; an open state is none, and counts as a failure nobody explained. */
export const howOf = (state: AttemptState): End['how'] => (isOpen(state) ? 'failed' : state);

/** Whether the service is still at it. */
export const isOpen = (state: AttemptState): state is OpenState =>
  state === 'requested' || state === 'offered' || state === 'accepted' || state === 'claimed';

/** Where A could try again. */
export const isRepeatable = ({ how }: End): boolean =>
  how === 'declined' || how === 'expired' || how === 'failed' || how === 'interrupted';
