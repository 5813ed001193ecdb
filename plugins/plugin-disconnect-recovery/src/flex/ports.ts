import type { TaskSnapshot } from '@patchbay/plugin-kit';
import type {
  CallSid,
  ConferenceSid,
  ReservationSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';

/** The agent's own leg of a call that is live. */
export interface Leg {
  readonly conferenceSid: ConferenceSid;
  readonly callSid: CallSid;
  readonly customerCallSid: CallSid | undefined;
}

/** A task of the agent who is logged in, as it is at the moment. */
export interface AgentTask extends TaskSnapshot {
  readonly isCall: boolean;
  readonly workflowSid: WorkflowSid | undefined;
  /** Undefined while Flex doesn't see the agent on the call. */
  readonly leg: Leg | undefined;
  /** Flex saw the customer leave. */
  readonly customerLeft: boolean;
  /** It is being transferred to somebody. */
  readonly isTransferring: boolean;
}

/** Who is logged in. */
export interface Agent {
  readonly workerSid: WorkerSid;
  readonly name: string;
  readonly phone: 'softphone' | 'telephone';
}

/** What the plugin needs of Flex. */
export interface FlexPorts {
  /** Undefined for a user who is no worker. */
  readonly agent: Agent | undefined;
  tasks(): readonly AgentTask[];
  task(sid: ReservationSid): AgentTask | undefined;
  /** Told when a task or a call may have changed. Returns the way to stop. */
  onTasks(listener: () => void): () => void;
  /** The page is fully there, and calls can ring in it. */
  isReady(): boolean;
  /** Told when that may have changed. Returns the way to stop. */
  onReady(listener: () => void): () => void;
  /** Takes a task that is no call, past Flex's actions: no other plugin is to mistake it for work. */
  acceptPing(sid: ReservationSid): Promise<void>;
  /**
   * Ends what the page takes for a live call although its leg is gone, as after a network that was cut: while there is one,
   * no other call can ring.
   */
  endGhost(callSid: string): void;
  /** Takes a call by Flex's own action; rejects as it does. */
  acceptCall(sid: ReservationSid): Promise<void>;
  show(notificationId: string): void;
  /** What an action of Flex's rejects with when it is refused: Flex writes any other error to the console. */
  refusal(message: string): Error;
}
