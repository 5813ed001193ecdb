/** A task's way through one queue, in milliseconds since 1970. What hasn't happened is absent. */
export interface Passage {
  readonly taskSid: string;
  readonly queueSid: string;
  readonly channelSid: string;
  readonly enteredAt: number;
  /** The last offer to a worker. */
  offeredAt?: number;
  acceptedAt?: number;
  wrappingAt?: number;
  completedAt?: number;
  /** Canceled before anybody took it. */
  abandonedAt?: number;
  /** Went on to another queue before anybody took it. */
  leftAt?: number;
  /** When workers let it ring or said no. */
  readonly missedAt: number[];
  readonly rejectedAt: number[];
}
