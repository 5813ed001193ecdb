import fc from 'fast-check';
import { taskSid } from '../testing/sids';
import type { CommandOf, LookupCommand, LookupEvent } from './event';
import { isRunning, type Lookup } from './lookup';
import { transition } from './transition';

const runs = fc.integer({ min: 0, max: 6 });
const sids = fc.constantFrom(taskSid('a'), taskSid('b'), taskSid('c'));
const codes = fc.constantFrom(
  'not_found',
  'continuation_refused',
  'network',
  'insights_unavailable' as const,
);

const submissions = fc.record({ type: fc.constant('submitted' as const), taskSid: sids, now: fc.nat() });
/** What the service, the client and the clock say about any lookup, the newest one or an old one. */
const tidings: fc.Arbitrary<LookupEvent> = fc.oneof(
  fc.record({
    type: fc.constant('answered' as const),
    run: runs,
    segmentIds: fc.array(fc.string(), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('still_computing' as const), run: runs, continuation: fc.string() }),
  fc.record({ type: fc.constant('failed' as const), run: runs, failure: fc.record({ code: codes }) }),
  fc.record({ type: fc.constant('hindered' as const), run: runs, code: codes }),
  fc.record({ type: fc.constant('time_up' as const), run: runs }),
);
const events: fc.Arbitrary<LookupEvent> = fc.oneof(
  submissions,
  { arbitrary: tidings, weight: 3 },
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
  return script.map((event) => {
    const before = lookup;
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
