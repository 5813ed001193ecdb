import type { TaskSnapshot } from '@patchbay/plugin-kit';
import type { ReservationSid, TaskQueueSid, WorkerSid } from '@patchbay/shared/contracts';

/** A task of the agent who is logged in, as it is at the moment. */
export interface AgentTask extends TaskSnapshot {
  readonly isCall: boolean;
  /** Flex itself would let the agent transfer it. */
  readonly canTransfer: boolean;
  /** Whom it is being transferred to at the moment. */
  readonly movingTo: string | undefined;
  /** How long TaskRouter offers it, in milliseconds, and since when. */
  readonly offer: { readonly ms: number; readonly since: number } | undefined;
}

/** What else Flex's action may be given for a transfer. */
export interface TransferOptions {
  readonly mode?: 'WARM' | 'COLD' | undefined;
  readonly [name: string]: unknown;
}

/** What the plugin needs of Flex. */
export interface FlexPorts {
  /** Undefined for a user who is no worker. */
  readonly workerSid: WorkerSid | undefined;
  tasks(): readonly AgentTask[];
  task(sid: ReservationSid): AgentTask | undefined;
  /** Told when a task may have changed. Returns the way to stop. */
  onTasks(listener: () => void): () => void;
  /** Told how a transfer to a worker went, and to whom. Returns the way to stop. */
  onTransferEnded(
    listener: (sid: ReservationSid, how: 'completed' | 'failed' | 'canceled', to: WorkerSid) => void,
  ): () => void;
  /** Invokes Flex's own action; rejects as it does. */
  transfer(sid: ReservationSid, target: WorkerSid | TaskQueueSid, options: TransferOptions): Promise<void>;
  complete(sid: ReservationSid): Promise<void>;
  reject(sid: ReservationSid): Promise<void>;
  /** How many tasks of a channel the agent may have at once; undefined when the agent has no such channel. */
  capacity(channel: string): number | undefined;
  show(notificationId: string, values?: Readonly<Record<string, string>>): void;
  /** What an action of Flex's rejects with when it is refused: Flex writes any other error to the console. */
  refusal(message: string): Error;
}
