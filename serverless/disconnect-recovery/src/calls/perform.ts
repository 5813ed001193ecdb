import { PatchbayError } from '@patchbay/shared';
import type { Call } from '../recovery/call';
import { duties, isDoneOnce, type Duty } from '../recovery/duties';
import type { CallEvent, Moment } from '../recovery/event';
import { LEASE_MARGIN_MS } from '../recovery/rules';
import { transition } from '../recovery/transition';

/** A call as it stands in the store; without version it is not there yet. */
export interface StoredCall {
  readonly value: Call;
  readonly version: string | undefined;
}

/** What `perform` works with: the record, and the hands that act on Twilio. */
export interface Desk {
  readonly moment: () => Moment;
  /** The record as it is now. */
  readonly load: () => Promise<StoredCall>;
  /** Replaces it; undefined when somebody was faster. */
  readonly write: (stored: StoredCall, next: Call) => Promise<string | undefined>;
  /** Does one duty and says what came of it. Throws when nobody knows, or when it did not work this time. */
  readonly carryOut: (duty: Duty, call: Call) => Promise<readonly CallEvent[]>;
}

export interface Performed {
  readonly call: Call;
  /** What did not work this time and is still owed. */
  readonly failures: readonly unknown[];
}

/** A duty did not work this time, but something came to light on the way. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished';

  constructor(
    readonly events: readonly CallEvent[],
    cause: unknown,
  ) {
    super('not finished', { cause });
  }
}

/** More than the events that can meet in one call at one time. */
const MAX_ROUNDS = 20;

/** Told by others within a second: by the queue's event, or by the customer's leg that leaves. Not worth a write. */
const LAZY: ReadonlySet<CallEvent['type']> = new Set(['redirected']);

/**
 * Applies an event and does what the call then owes. What may be done again without harm is done first and written
 * together with the event, in one write: if this process dies before, the event comes again. What may be done only once
 * is done after the right to it has been written.
 */
export async function perform(desk: Desk, from: StoredCall, event: CallEvent): Promise<Performed> {
  const work = new Work(desk, from, event);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    await work.doDuties();
    if (await work.finish()) return { call: work.call, failures: work.failures };
  }
  throw new PatchbayError('in_flight', 'Too many changes at once. Try again.', { retryAfterSeconds: 1 });
}

class Work {
  readonly failures: unknown[] = [];
  readonly #desk: Desk;
  readonly #tried = new Set<string>();
  #stored: StoredCall;
  #unwritten: CallEvent[] = [];
  call: Call;

  constructor(desk: Desk, from: StoredCall, event: CallEvent) {
    this.#desk = desk;
    this.#stored = from;
    this.call = from.value;
    this.#apply(event);
  }

  async doDuties(): Promise<void> {
    for (let duty = this.#next(); duty !== undefined; duty = this.#next()) {
      if (isDoneOnce(duty) && !this.#mayDoOnce(duty)) {
        if (!(await this.#take())) return;
        continue;
      }
      this.#tried.add(nameOf(duty));
      try {
        for (const result of await this.#desk.carryOut(duty, this.call)) this.#apply(result);
      } catch (error) {
        this.failures.push(error);
        if (error instanceof Unfinished) for (const result of error.events) this.#apply(result);
      }
    }
  }

  /** Writes what has not been written; false when there is more to do after all. */
  async finish(): Promise<boolean> {
    if (this.failures.length > 0) this.#giveUp();
    const isThere = this.#stored.version !== undefined;
    if (
      isThere &&
      (isSame(this.call, this.#stored.value) || this.#unwritten.every(({ type }) => LAZY.has(type)))
    ) {
      return true;
    }
    return this.#write();
  }

  #next(): Duty | undefined {
    return duties(this.call, this.#desk.moment()).find((duty) => !this.#tried.has(nameOf(duty)));
  }

  #apply(event: CallEvent): void {
    this.call = transition(this.call, event, this.#desk.moment());
    this.#unwritten.push(event);
  }

  /** The right to a duty that is done once, as the store has it. */
  #mayDoOnce({ kind }: Duty): boolean {
    const { me, now } = this.#desk.moment();
    const drop = this.#stored.value.drop;
    if (drop?.work?.owner !== me || now >= drop.work.until - LEASE_MARGIN_MS) return false;
    if (drop.id !== this.call.drop?.id) return false;
    if (kind === 'send_ping') {
      return drop.ping.askedBy === me && drop.ping.number === this.call.drop.ping.number;
    }
    return kind !== 'redirect' || drop.enqueue.askedBy === me;
  }

  /** Takes the right; false when somebody else has it, or this process has had it for too long. */
  async #take(): Promise<boolean> {
    const before = this.call;
    const isLate = before.drop?.work?.owner === this.#desk.moment().me && this.#unwritten.length === 0;
    if (isLate) return false;
    this.#apply({ type: 'taken_over' });
    await this.#write();
    return true;
  }

  /** Writes everything so far; false when somebody was faster, and it has been applied to what is there now. */
  async #write(): Promise<boolean> {
    const version = await this.#desk.write(this.#stored, this.call);
    if (version !== undefined) {
      this.#stored = { value: this.call, version };
      this.#unwritten = [];
      return true;
    }
    this.#stored = await this.#desk.load();
    const again = this.#unwritten;
    this.#unwritten = [];
    this.call = this.#stored.value;
    for (const event of again) this.#apply(event);
    return false;
  }

  #giveUp(): void {
    this.#apply({
      type: 'given_up',
      mayHavePinged: this.#tried.has('send_ping'),
      mayHaveRedirected: this.#tried.has('redirect'),
    });
  }
}

const nameOf = (duty: Duty): string =>
  duty.kind === 'undo_exit_flag' ? `${duty.kind}:${duty.callSid}` : duty.kind;

/** What was done and undone on the way is not worth a write. */
const isSame = (left: Call, right: Call): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
