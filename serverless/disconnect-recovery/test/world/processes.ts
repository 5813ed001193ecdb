import { perform, type Desk, type StoredCall } from '../../src/calls/perform';
import { newCall, type Call } from '../../src/recovery/call';
import type { CallEvent, Moment } from '../../src/recovery/event';
import { actOn, type Fault } from './fakeTwilio';
import { CALL_TASK } from './people';
import type { World } from './world';

/** One function at work; it stands still before each thing it does outside. */
interface Process {
  readonly event: CallEvent;
  readonly bornAt: number;
  /** What it is about to do, or undefined when it has finished. */
  pending: (() => void) | undefined;
  arrive: () => void;
}

/** Event Streams redelivers for four hours; and an agent's page asks again. */
export const isRedelivered = ({ type }: CallEvent): boolean =>
  ['wrapped_up', 'accepted', 'transfer_ended', 'deregistered'].includes(type);

/** What a crash, a fault or nothing does to the next thing that a process does outside. */
export type Fate = Fault | 'killed_before' | 'killed_after';

/** Twilio ends a function after this long; the service's leases are made for that. */
const FUNCTION_LIMIT_MS = 10_000;

/** Functions that share a store and a world, each moved on one step at a time. */
export class Processes {
  /** Told of every write that takes effect. */
  static onWrite: (before: Call | undefined, after: Call) => void = () => undefined;
  stored: { call: Call; version: number } | undefined;
  readonly errors: unknown[] = [];
  readonly #running: Process[] = [];
  readonly #world: World;
  readonly #rules: Moment['rules'];
  #fate: Fate = 'none';
  #born = 0;

  constructor(world: World, rules: Moment['rules']) {
    this.#world = world;
    this.#rules = rules;
  }

  get running(): number {
    return this.#running.length;
  }

  /** Begins to handle an event, up to the first thing outside. */
  async begin(event: CallEvent): Promise<void> {
    this.#born += 1;
    const me = `process-${this.#born}`;
    const bornAt = this.#world.now;
    const process: Process = { event, bornAt, pending: undefined, arrive: () => undefined };
    this.#running.push(process);
    const stop = new Promise<void>((resolve) => (process.arrive = resolve));
    void this.#handle(process, me, event).then(
      () => {
        this.#leave(process);
      },
      (error: unknown) => {
        this.errors.push(error);
        this.#comeAgain(event);
        this.#leave(process);
      },
    );
    await stop;
  }

  /** Moves a process on to the next thing it does outside, or to its end. */
  async step(index: number, fate: Fate = 'none'): Promise<void> {
    const process = this.#running[index % this.#running.length];
    const act = process?.pending;
    if (process === undefined || act === undefined) return;
    if (fate === 'killed_before') {
      this.#die(process);
      return;
    }
    this.#fate = fate;
    const stop = new Promise<void>((resolve) => (process.arrive = resolve));
    process.pending = undefined;
    act();
    if (fate === 'killed_after') {
      this.#die(process);
      return;
    }
    await stop;
  }

  /** Time has passed: the platform ends who has been at it for too long. */
  endOverdue(): void {
    const { now } = this.#world;
    for (const process of [...this.#running]) {
      if (now - process.bornAt >= FUNCTION_LIMIT_MS) this.#die(process);
    }
  }

  async finishAll(): Promise<void> {
    while (this.#running.length > 0) await this.step(0);
  }

  async #handle(process: Process, me: string, event: CallEvent): Promise<void> {
    const desk = this.#deskOf(process, me);
    const { failures } = await perform(desk, await desk.load(), event);
    this.errors.push(...failures);
    if (failures.length > 0) this.#comeAgain(event);
  }

  #die(process: Process): void {
    this.#running.splice(this.#running.indexOf(process), 1);
    this.#comeAgain(process.event);
  }

  /** Not acknowledged: what Twilio redelivers is on its way again. */
  #comeAgain(event: CallEvent): void {
    if (isRedelivered(event)) this.#world.mail.push(event);
  }

  #leave(process: Process): void {
    const index = this.#running.indexOf(process);
    if (index >= 0) this.#running.splice(index, 1);
    process.arrive();
  }

  #deskOf(process: Process, me: string): Desk {
    const outside = <T>(act: (fate: Fate) => T): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        process.pending = () => {
          const fate = this.#fate;
          try {
            const result = act(fate);
            // What a dead process was told changes nothing any more.
            if (fate !== 'killed_after') resolve(result);
          } catch (error) {
            if (fate !== 'killed_after') reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        process.arrive();
      });
    return {
      moment: () => ({ now: this.#world.now, me, rules: this.#rules }),
      load: () => outside(() => this.#load()),
      write: (from, next) => outside(() => this.#write(from, next)),
      carryOut: (duty, call) =>
        outside((fate) =>
          actOn(this.#world, duty, call, fate === 'refused' || fate === 'lost' ? fate : 'none'),
        ),
    };
  }

  #load(): StoredCall {
    if (this.stored === undefined) return { value: newCall(CALL_TASK, this.#world.now), version: undefined };
    return { value: this.stored.call, version: String(this.stored.version) };
  }

  #write({ version }: StoredCall, next: Call): string | undefined {
    if ((this.stored === undefined ? undefined : String(this.stored.version)) !== version) return undefined;
    Processes.onWrite(this.stored?.call, next);
    this.stored = { call: next, version: (this.stored?.version ?? 0) + 1 };
    return String(this.stored.version);
  }
}
