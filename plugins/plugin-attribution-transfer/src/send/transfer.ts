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

/** How a transfer ended: as the service says, or `queued` when it went to the queue without attribution. */
export interface End {
  readonly how: Exclude<AttemptState, 'requested' | 'offered' | 'accepted' | 'claimed'> | 'queued';
  readonly reason?: string | undefined;
}

export interface About extends Wish {
  /** Milliseconds since 1970, by the page's clock or the service's. */
  readonly since: number;
  /** This page's click began it: this page carries it out, another one only if this one doesn't. */
  readonly own: boolean;
  /** The company whose agents are asked; undefined until the service has said so. */
  readonly affiliation?: string | undefined;
  readonly attemptId?: string | undefined;
  /** A has left: the call (wrap-up), or its task as well. */
  readonly left?: 'call' | 'task' | undefined;
}

/** A transfer of one of A's calls, as A's page sees it. */
export type Transfer =
  /** The service is being asked for it; `doubtful` when nobody knows whether it heard. */
  | (About & { readonly stage: 'requesting'; readonly canceling: boolean; readonly doubtful?: boolean })
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
  /** Flex is carrying it out. */
  | (About & { readonly stage: 'moving'; readonly claim: Claim })
  | (About & { readonly stage: 'ended'; readonly end: End });

export type Stage = Transfer['stage'];
export type InStage<Name extends Stage> = Extract<Transfer, { stage: Name }>;

/** Where A could try again. */
export const isRepeatable = ({ how }: End): boolean =>
  how === 'declined' || how === 'expired' || how === 'failed' || how === 'interrupted';
