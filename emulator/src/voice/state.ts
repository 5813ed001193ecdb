import type { Clock } from '../kernel/clock';
import type { KernelContext } from '../kernel/context';
import type { VoiceEvents } from './events';
import type { VoiceOptions } from './options';
import type { TaskRouterEngine } from '../taskrouter/engine';
import type { Call, Conference, Participant } from './model';

/** Twilio's debugger: what went wrong with a call without anybody having been answered so. */
export type Alert = (code: number, message: string) => void;

/** What everything about calls stands on. */
export interface VoiceState {
  readonly context: KernelContext;
  readonly clock: Clock;
  readonly events: VoiceEvents;
  readonly options: Required<VoiceOptions>;
  readonly alert: Alert;
  readonly lines: Lines;
  readonly taskRouter: TaskRouterEngine;
  /** In order of creation; ended ones are forgotten beyond a number. */
  readonly calls: Map<string, Call>;
  readonly conferences: Map<string, Conference>;
  /** The callers TaskRouter has a task for, by task SID; forgotten when their call ends or goes elsewhere. */
  readonly callers: Map<string, Caller>;
  /** The legs TaskRouter dialled for reservations, by reservation SID; forgotten when they end. */
  readonly legs: Map<string, AgentLeg>;
}

/** A call that became a task by `<Enqueue workflowSid>`. */
export interface Caller {
  readonly call: Call;
  readonly workspaceSid: string;
  readonly workflowSid: string;
  readonly taskSid: string;
  /** In line, hearing music; afterwards in the task's conference. */
  isWaiting: boolean;
  /** Put on hold by a COLD transfer, until the next worker joins. */
  isHeldForTransfer: boolean;
}

/** A worker's leg for one reservation. */
export interface AgentLeg {
  readonly call: Call;
  readonly workspaceSid: string;
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
  /** Null for a leg that follows TwiML of its own (instruction `call`). */
  readonly participant: Participant | null;
  /** The activity the worker moves to when the leg is over (instruction `dequeue`). */
  readonly postWorkActivitySid: string | null;
}

/** Who picks up where a call is placed to: clients by their sockets, telephones at once. */
export interface Lines {
  /** Lets the call ring; the returned function stops it. Exactly one of the two is called, unless it is stopped. */
  ring(call: Call, outcome: RingOutcome): () => void;
}

export interface RingOutcome {
  answered(): void;
  failed(status: 'busy' | 'failed' | 'no-answer'): void;
}
