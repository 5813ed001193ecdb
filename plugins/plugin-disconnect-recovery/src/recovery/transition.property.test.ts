import fc from 'fast-check';
import { RecoveryOutcome, RecoveryPhase, PingState } from '@patchbay/shared/contracts';
import { recoveryView } from '../testing/recoveryView';
import type { Recovery, RecoveryEvent } from './recovery';
import { OVER_LIMIT_MS, transition, WAIT_LIMIT_MS } from './transition';

const view = fc
  .record({
    phase: fc.constantFrom(...RecoveryPhase.options),
    outcome: fc.constantFrom(...RecoveryOutcome.options),
    ping: fc.constantFrom(...PingState.options),
  })
  .map((about) => recoveryView(about));

const event = fc.oneof(
  fc.constantFrom<RecoveryEvent>(
    { type: 'found' },
    { type: 'pinged' },
    { type: 'look_failed' },
    { type: 'back' },
    { type: 'gone' },
    { type: 'dismissed' },
  ),
  fc.record({ type: fc.constant('looked' as const), recovery: fc.option(view), isMine: fc.boolean() }),
);

/** A page on which something happens every now and then, and whose timer of the limit runs. */
function play(happenings: readonly { readonly afterMs: number; readonly event: RecoveryEvent }[]) {
  let state: Recovery | undefined;
  let now = 0;
  let limitAt = Infinity;
  let shownSince: number | undefined;
  let longest = 0;
  const apply = (happening: RecoveryEvent) => {
    const step = transition(state, happening);
    state = step.state;
    if (state === undefined) limitAt = Infinity;
    for (const command of step.commands) if (command.kind === 'limit') limitAt = now + command.ms;
    const isShown = state !== undefined && state.stage !== 'checking';
    if (isShown) shownSince ??= now;
    else shownSince = undefined;
    // Whatever is shown, a timer ends it.
    if (state !== undefined) expect(limitAt).toBeLessThan(Infinity);
  };
  for (const { afterMs, event: happening } of happenings) {
    const until = now + afterMs;
    while (limitAt <= until) {
      now = limitAt;
      limitAt = Infinity;
      if (shownSince !== undefined) longest = Math.max(longest, now - shownSince);
      apply({ type: 'time_up' });
    }
    now = until;
    apply(happening);
    if (shownSince !== undefined) longest = Math.max(longest, now - shownSince);
  }
  return longest;
}

it('never shows anything longer than its limits, whatever happens', () => {
  const happenings = fc.array(fc.record({ afterMs: fc.nat(WAIT_LIMIT_MS), event }), { maxLength: 40 });
  fc.assert(
    fc.property(happenings, (all) => {
      expect(play(all)).toBeLessThanOrEqual(WAIT_LIMIT_MS + OVER_LIMIT_MS);
    }),
    { numRuns: 10_000 },
  );
});

it('says that the agent is back only to one who waited', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (all) => {
      let state: Recovery | undefined;
      for (const one of all) {
        const { state: next, commands } = transition(state, one);
        if (commands.some(({ kind }) => kind === 'tell_reconnected')) expect(state?.stage).toBe('waiting');
        state = next;
      }
    }),
    { numRuns: 10_000 },
  );
});
