import fc from 'fast-check';
import { taskSid } from '../testing/sids';
import type { CommandOf, LookupCommand, LookupEvent } from './event';
import { isRunning, type Lookup } from './lookup';
import { transition } from './transition';

/** How many lookups ago the one was that tidings are of: mostly the newest. */
const ago = fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, fc.integer({ min: 1, max: 3 }));
const sids = fc.constantFrom(taskSid('a'), taskSid('b'), taskSid('c'));
// Often the one after which a report is begun anew.
const codes = fc.oneof(
  { arbitrary: fc.constant('continuation_refused' as const), weight: 3 },
  fc.constantFrom('not_found' as const, 'network' as const, 'insights_unavailable' as const),
);

const submissions = fc.record({ type: fc.constant('submitted' as const), taskSid: sids, now: fc.nat() });
/** What the service, the client and the clock say about a lookup, with `run` counted back from the newest one. */
const tidings: fc.Arbitrary<LookupEvent> = fc.oneof(
  fc.record({
    type: fc.constant('answered' as const),
    run: ago,
    segmentIds: fc.array(fc.string(), { maxLength: 3 }),
  }),
  {
    arbitrary: fc.record({
      type: fc.constant('still_computing' as const),
      run: ago,
      continuation: fc.string(),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('failed' as const),
      run: ago,
      failure: fc.record({ code: codes }),
    }),
    weight: 2,
  },
  fc.record({ type: fc.constant('hindered' as const), run: ago, code: codes }),
  fc.record({ type: fc.constant('time_up' as const), run: ago }),
);
const events: fc.Arbitrary<LookupEvent> = fc.oneof(
  submissions,
  { arbitrary: tidings, weight: 6 },
  fc.constant({ type: 'called_off' as const }),
);
const scripts = fc.array(events, { maxLength: 40 });

interface Seen {
  readonly before: Lookup | undefined;
  readonly event: LookupEvent;
  readonly after: Lookup | undefined;
  readonly commands: readonly LookupCommand[];
}

/** Every step of a script. */
function play(script: readonly LookupEvent[]): readonly Seen[] {
  let lookup: Lookup | undefined;
  return script.map((told) => {
    const before = lookup;
    const event = 'run' in told ? { ...told, run: (before?.run ?? 0) - told.run } : told;
    const { state, commands } = transition(before, event);
    lookup = state;
    return { before, event, after: state, commands };
  });
}

const asksOf = (commands: readonly LookupCommand[]): readonly CommandOf<'ask'>[] =>
  commands.filter((command): command is CommandOf<'ask'> => command.kind === 'ask');
const check = (look: (steps: readonly Seen[]) => void): void => {
  fc.assert(
    fc.property(scripts, (script) => {
      look(play(script));
    }),
    { numRuns: 2_000 },
  );
};

describe('a lookup, whatever happens in whatever order', () => {
  it('shows nothing of any but the newest submission', () => {
    check((steps) => {
      let newest: unknown;
      for (const { event, after } of steps) {
        if (event.type === 'submitted') newest = event.taskSid;
        if (after !== undefined && after.stage !== 'idle') expect(after.taskSid).toBe(newest);
      }
    });
  });

  it('ends with what was answered to it, and with nothing else', () => {
    check((steps) => {
      for (const { before, event, after } of steps) {
        const hasEnded = isRunning(before) && !isRunning(after) && after?.stage !== 'idle';
        if (!hasEnded) continue;
        expect(event).toMatchObject({ run: before.run });
        expect(after).toMatchObject({ run: before.run, taskSid: before.taskSid });
      }
    });
  });

  it('changes for its own tidings only', () => {
    check((steps) => {
      for (const { before, event, after, commands } of steps) {
        if (!('run' in event) || (isRunning(before) && before.run === event.run)) continue;
        expect(after).toBe(before);
        expect(commands).toEqual([]);
      }
    });
  });

  it('is never stuck: as long as it runs, a question or its answer is on its way, and its time is limited', () => {
    check((steps) => {
      let asked = 0;
      let limited = 0;
      for (const { event, after, commands } of steps) {
        // A question is answered once: then something else must be on its way.
        if ('run' in event && event.type !== 'hindered' && event.run === asked) asked = 0;
        for (const { run } of asksOf(commands)) asked = run;
        for (const command of commands) if (command.kind === 'limit') limited = command.run;
        if (isRunning(after)) expect([asked, limited]).toEqual([after.run, after.run]);
      }
    });
  });

  it('gives up what it asked for before it asks for something else, or is called off', () => {
    check((steps) => {
      for (const { before, after, commands } of steps) {
        const isLeft = isRunning(before) && (after?.run !== before.run || after.stage === 'idle');
        expect(commands.some(({ kind }) => kind === 'abort')).toBe(
          isLeft || (after?.stage === 'failed' && after !== before && after.failure.code === 'too_long'),
        );
      }
    });
  });

  it('begins a report at most twice for one click', () => {
    check((steps) => {
      const begun = new Map<number, number>();
      for (const { commands } of steps) {
        for (const { run, continuation } of asksOf(commands)) {
          if (continuation === undefined) begun.set(run, (begun.get(run) ?? 0) + 1);
        }
      }
      expect(Math.max(0, ...begun.values())).toBeLessThanOrEqual(2);
    });
  });

  it('never counts back, so that no answer is taken for that of a later one', () => {
    check((steps) => {
      for (const { before, after } of steps) expect(after?.run ?? 0).toBeGreaterThanOrEqual(before?.run ?? 0);
    });
  });
});
