import { taskSid } from '../testing/sids';
import type { LookupCommand, LookupEvent } from './event';
import type { Lookup } from './lookup';
import { LIMIT_MS, PAUSE_MS } from './rhythm';
import { transition } from './transition';

const A = taskSid('a');
const B = taskSid('b');
const askForA: LookupEvent = { type: 'submitted', taskSid: A, now: 1_000 };
const askForB: LookupEvent = { type: 'submitted', taskSid: B, now: 2_000 };
const computing = (run: number, continuation = 'c1'): LookupEvent => ({
  type: 'still_computing',
  run,
  continuation,
});
const answered = (run: number, ...segmentIds: string[]): LookupEvent => ({
  type: 'answered',
  run,
  segmentIds,
});
const failed = (run: number, code: 'not_found' | 'continuation_refused'): LookupEvent => ({
  type: 'failed',
  run,
  failure: { code },
});

/** What a sequence of events led to, and what its last one asked for. */
function after(...events: readonly LookupEvent[]) {
  let lookup: Lookup | undefined;
  let commands: readonly LookupCommand[] = [];
  for (const event of events) ({ state: lookup, commands } = transition(lookup, event));
  return { lookup, commands };
}

describe('a lookup', () => {
  it('asks the service at once, and not for ever', () => {
    expect(after(askForA)).toEqual({
      lookup: { stage: 'checking', run: 1, taskSid: A, since: 1_000 },
      commands: [
        { kind: 'limit', run: 1, ms: LIMIT_MS },
        { kind: 'ask', run: 1, taskSid: A, continuation: undefined, afterMs: 0 },
      ],
    });
  });

  it('finds segment IDs in report order, each once', () => {
    expect(after(askForA, answered(1, '3', '1', '3', '2')).lookup).toEqual({
      stage: 'found',
      run: 1,
      taskSid: A,
      segmentIds: ['3', '1', '2'],
    });
  });

  it('finds none', () => {
    expect(after(askForA, answered(1)).lookup).toEqual({ stage: 'empty', run: 1, taskSid: A });
  });

  it('follows a report that is being computed, with its newest continuation, after a pause', () => {
    const { lookup, commands } = after(askForA, computing(1, 'c1'), computing(1, 'c2'));

    expect(lookup).toMatchObject({ stage: 'pending', taskSid: A, since: 1_000, continuation: 'c2' });
    expect(commands).toEqual([{ kind: 'ask', run: 1, taskSid: A, continuation: 'c2', afterMs: PAUSE_MS }]);
  });

  it('says what hinders it until the service has answered', () => {
    const hindered: LookupEvent = { type: 'hindered', run: 1, code: 'insights_unavailable' };

    expect(after(askForA, hindered).lookup).toMatchObject({ hindrance: 'insights_unavailable' });
    expect(after(askForA, hindered, computing(1)).lookup).not.toHaveProperty('hindrance');
  });

  it('keeps why it failed', () => {
    expect(after(askForA, failed(1, 'not_found')).lookup).toEqual({
      stage: 'failed',
      run: 1,
      taskSid: A,
      failure: { code: 'not_found' },
    });
  });

  it('gives up a report that takes too long', () => {
    expect(after(askForA, computing(1), { type: 'time_up', run: 1 })).toEqual({
      lookup: { stage: 'failed', run: 1, taskSid: A, failure: { code: 'too_long' } },
      commands: [{ kind: 'abort' }],
    });
  });

  it('begins anew, once, when the service no longer knows the report', () => {
    const refused = after(askForA, computing(1), failed(1, 'continuation_refused'));
    const again = after(askForA, computing(1), failed(1, 'continuation_refused'), computing(1));
    const twice = transition(again.lookup, failed(1, 'continuation_refused'));

    expect(refused.lookup).toMatchObject({ stage: 'checking', run: 1, since: 1_000 });
    expect(refused.commands).toEqual([
      { kind: 'ask', run: 1, taskSid: A, continuation: undefined, afterMs: 0 },
    ]);
    expect(twice).toMatchObject({ state: { failure: { code: 'continuation_refused' } }, commands: [] });
  });
});

describe('several lookups in one place', () => {
  it('asked for the same task while it runs, are one', () => {
    const { lookup, commands } = after(askForA, computing(1), { ...askForA, now: 9_000 });

    expect(lookup).toMatchObject({ run: 1, stage: 'pending', since: 1_000 });
    expect(commands).toEqual([]);
  });

  it('asked for the same task when it is over, are two', () => {
    expect(after(askForA, answered(1, '1'), askForA).lookup).toMatchObject({ run: 2, stage: 'checking' });
  });

  it('of several tasks are only the newest', () => {
    const { lookup, commands } = after(askForA, askForB);

    expect(lookup).toMatchObject({ run: 2, taskSid: B });
    expect(commands.map(({ kind }) => kind)).toEqual(['abort', 'limit', 'ask']);
  });

  it.each<[string, LookupEvent]>([
    ['an answer', answered(1, '1')],
    ['a continuation', computing(1)],
    ['a failure', failed(1, 'not_found')],
    ['a hindrance', { type: 'hindered', run: 1, code: 'network' }],
    ['the end of the time', { type: 'time_up', run: 1 }],
  ])('are not changed by %s of an earlier one', (_, late) => {
    const { lookup } = after(askForA, askForB);

    expect(transition(lookup, late)).toEqual({ state: lookup, commands: [] });
  });
});

describe('a lookup that is called off', () => {
  it('is gone, and asked for no more', () => {
    expect(after(askForA, { type: 'called_off' })).toEqual({
      lookup: { stage: 'idle', run: 1 },
      commands: [{ kind: 'abort' }],
    });
  });

  it('does not come back with a late answer, also not into the next one', () => {
    const calledOff = after(askForA, { type: 'called_off' }, answered(1, '1'));
    const next = after(askForA, { type: 'called_off' }, askForB, answered(1, '1'));

    expect(calledOff.lookup).toEqual({ stage: 'idle', run: 1 });
    expect(next.lookup).toMatchObject({ run: 2, stage: 'checking', taskSid: B });
  });

  it('stays as it is when it is over', () => {
    expect(after(askForA, answered(1, '1'), { type: 'called_off' }).lookup).toMatchObject({ stage: 'found' });
  });
});
