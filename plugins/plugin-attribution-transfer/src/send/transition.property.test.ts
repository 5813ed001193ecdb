import fc from 'fast-check';
import { AttemptState } from '@patchbay/shared/contracts';
import { attemptView, NOON } from '../testing/attempt';
import { queueSid, workerSid } from '../testing/sids';
import type { SendCommand } from './command';
import type { SendEvent } from './event';
import { isSettled, isUnderWay, type Transfer } from './transfer';
import { transition } from './transition';

const STATES = AttemptState.options;
const CODES = [
  'network',
  'no_agent',
  'not_found',
  'wrong_state',
  'replay_claimed',
  'reservation_not_held',
  'other_target_open',
] as const;

/** What waits for an answer or a timer. */
type Pending = 'create' | 'look' | 'cancel' | 'claim' | 'report' | 'look_later' | 'claim_later';

const wishes = fc.record({
  targetSid: fc.constantFrom(queueSid('Billing'), queueSid('Support')),
  mode: fc.constantFrom('WARM' as const, 'COLD' as const),
});
const states = fc.constantFrom(...STATES);
const codes = fc.constantFrom(...CODES);
const ids = fc.constantFrom('attempt-1', 'attempt-2');
const claim = { claimId: 'claim', receiver: workerSid('bob'), mode: 'COLD' } as const;

const answers: Readonly<Record<Pending, fc.Arbitrary<SendEvent>>> = {
  create: fc.oneof(
    fc.constant<SendEvent>({ type: 'created' }),
    fc.record({
      type: fc.constant('create_failed' as const),
      code: codes,
      fallback: fc.constantFrom('plain_transfer' as const, 'refuse' as const, undefined),
    }),
  ),
  look: fc.oneof(
    fc.constant<SendEvent>({ type: 'look_failed' }),
    fc.constant<SendEvent>({ type: 'looked', attempt: null, isWithdrawn: false, now: NOON }),
    fc.tuple(states, ids, fc.boolean()).map(([state, attemptId, isWithdrawn]): SendEvent => ({
      type: 'looked',
      attempt: attemptView({ state, attemptId }),
      isWithdrawn,
      now: NOON,
    })),
  ),
  cancel: fc.oneof(
    states.map((state): SendEvent => ({ type: 'canceled', state })),
    codes.map((code): SendEvent => ({ type: 'cancel_failed', code })),
  ),
  claim: fc.oneof(
    fc.boolean().map((underway): SendEvent => ({ type: 'claimed', claim, underway })),
    codes.map((code): SendEvent => ({ type: 'claim_failed', code })),
  ),
  report: fc.oneof(
    states.map((state): SendEvent => ({ type: 'reported', claimId: 'claim', state })),
    codes.map((code): SendEvent => ({ type: 'report_failed', claimId: 'claim', code })),
  ),
  look_later: fc.constant<SendEvent>({ type: 'look_failed' }),
  claim_later: fc.constant<SendEvent>({ type: 'claim_due' }),
};

const interrupted = {
  targetSid: queueSid('Billing'),
  mode: 'COLD',
  since: NOON,
  own: true,
  left: 'call',
} as const;

const spontaneous: fc.Arbitrary<SendEvent> = fc.oneof(
  fc.record({ type: fc.constant('asked' as const), wish: wishes, key: fc.string(), now: fc.constant(NOON) }),
  fc.record({ type: fc.constant('again_asked' as const), key: fc.string(), now: fc.constant(NOON) }),
  ids.map((attemptId): SendEvent => ({ type: 'marked', attemptId, receiver: workerSid('bob') })),
  fc.constantFrom<SendEvent>(
    { type: 'cancel_asked' },
    { type: 'left' },
    { type: 'gone' },
    { type: 'dismissed' },
    { type: 'found' },
    { type: 'queueing_failed' },
    { type: 'move_refused', reason: 'refused' },
    { type: 'back' },
    { type: 'reconnected', interrupted },
  ),
  fc.record({
    type: fc.constant('transfer_ended' as const),
    how: fc.constantFrom('completed' as const, 'failed' as const, 'canceled' as const),
    to: fc.constantFrom(workerSid('bob'), workerSid('carol')),
  }),
);

/** A page that keeps its promises: every question is answered once, every timer runs, a new one replaces the old. */
class Page {
  transfer: Transfer | undefined;
  readonly pending: Pending[] = [];

  apply(event: SendEvent): readonly SendCommand[] {
    const { state, commands } = transition(this.transfer, event);
    this.transfer = state;
    if (state === undefined || isSettled(state)) this.drop('look_later', 'claim_later');
    for (const { kind } of commands) {
      if (kind === 'look_later' || kind === 'claim_later') this.drop(kind);
      if (isPending(kind)) this.pending.push(kind);
    }
    return commands;
  }

  /** Takes what is to happen next: the timer of a status asks for it. */
  take(index: number): Pending | undefined {
    const [taken] = this.pending.splice(index % Math.max(1, this.pending.length), 1);
    return taken === 'look_later' ? 'look' : taken;
  }

  private drop(...kinds: readonly Pending[]): void {
    for (const kind of kinds) {
      const index = this.pending.indexOf(kind);
      if (index !== -1) this.pending.splice(index, 1);
    }
  }
}

const isPending = (kind: string): kind is Pending => Object.hasOwn(answers, kind);

const ENDS: ReadonlySet<string> = new Set([...STATES.slice(4), 'queued']);
const endsTold = (commands: readonly SendCommand[]): number =>
  commands.filter((command) => command.kind === 'tell' && ENDS.has(command.what)).length;

/** Plays something: mostly answers, sometimes what comes by itself; `check` sees every step. */
function play(
  script: readonly { readonly by: number; readonly event: SendEvent; readonly seed: number }[],
  check: (
    page: Page,
    before: Transfer | undefined,
    commands: readonly SendCommand[],
    event: SendEvent,
  ) => void,
): Page {
  const page = new Page();
  for (const { by, event, seed } of script) {
    const next = by % 3 === 0 ? undefined : page.take(by);
    const happening =
      next === undefined ? event : (fc.sample(answers[next], { numRuns: 1, seed })[0] ?? event);
    const before = page.transfer;
    check(page, before, page.apply(happening), happening);
  }
  return page;
}

const scripts = fc.array(fc.record({ by: fc.nat(1_000), event: spontaneous, seed: fc.integer() }), {
  maxLength: 40,
});
const RUNS = { numRuns: 2_000 };

describe('a transfer, whatever happens in whatever order', () => {
  it('is never stuck: while it is open or unknown, an answer or a timer is on its way', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        play(script, (page) => {
          const isUnsettled = page.transfer !== undefined && !isSettled(page.transfer);
          if (isUnsettled) expect(page.pending.length).toBeGreaterThan(0);
        });
      }),
      RUNS,
    );
  });

  it('is told to A exactly once when it ends, and only then', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        play(script, (page, before, commands, event) => {
          const hasEnded = isUnderWay(before) && !isUnderWay(page.transfer);
          const isNews = before?.stage === 'looking' && page.transfer?.stage === 'ended';
          const isUnqueued = event.type === 'queueing_failed' && page.transfer !== before;
          // Told in the words for it.
          const isOther = commands.some(
            (command) => command.kind === 'tell' && command.what === 'other_open',
          );
          const expected = (hasEnded && !isOther) || isNews || isUnqueued ? 1 : 0;
          expect(endsTold(commands)).toBe(expected);
        });
      }),
      RUNS,
    );
  });

  it('is carried out only with a claim that was just given, and reported with the claim it was carried out with', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        play(script, (_, before, commands, event) => {
          for (const command of commands) {
            if (command.kind === 'move') expect([before?.stage, event.type]).toEqual(['claiming', 'claimed']);
            if (command.kind !== 'report') continue;
            expect(before?.stage === 'moving' || event.type === 'claimed').toBe(true);
            expect(command.claimId).toBe(claim.claimId);
          }
        });
      }),
      RUNS,
    );
  });

  it('asks the service for a transfer only for a click', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        play(script, (_, before, commands, event) => {
          if (!commands.some(({ kind }) => kind === 'create')) return;
          expect(['asked', 'again_asked']).toContain(event.type);
          expect(isUnderWay(before)).toBe(false);
        });
      }),
      RUNS,
    );
  });

  it('ends soon once the service says that it has', () => {
    fc.assert(
      fc.property(scripts, states, (script, state) => {
        const page = play(script, () => undefined);
        const ended = attemptView({ state: STATES.indexOf(state) < 4 ? 'expired' : state });
        const look: SendEvent = { type: 'looked', attempt: ended, isWithdrawn: false, now: NOON };
        const lastAnswers: Readonly<Record<Pending, SendEvent>> = {
          create: { type: 'create_failed', code: 'wrong_state' },
          ...{ look, look_later: look },
          cancel: { type: 'canceled', state: ended.state },
          claim: { type: 'claim_failed', code: 'wrong_state' },
          report: { type: 'reported', claimId: claim.claimId, state: ended.state },
          claim_later: { type: 'claim_due' },
        };
        for (let step = 0; step < 20; step += 1) {
          const next = page.take(0);
          if (next !== undefined) page.apply(lastAnswers[next]);
        }

        expect(page.transfer === undefined || isSettled(page.transfer)).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not change for being told again where A is: the page tells so at every change', () => {
    const repeated: readonly SendEvent[] = [{ type: 'left' }, { type: 'back' }, { type: 'gone' }];
    fc.assert(
      fc.property(scripts, fc.constantFrom(...repeated), (script, event) => {
        const page = play(script, () => undefined);
        page.apply(event);
        const { transfer } = page;
        page.apply(event);

        expect(page.transfer).toBe(transfer);
      }),
      RUNS,
    );
  });
});
