import { recoveryView, reconnected } from '../testing/recoveryView';
import type { Recovery, RecoveryEvent } from './recovery';
import { LOOK_MS, OVER_LIMIT_MS, transition, WAIT_LIMIT_MS } from './transition';

const checking: Recovery = { stage: 'checking', looks: 0 };
const waiting: Recovery = { stage: 'waiting', isSuspended: false, failures: 0, blanks: 0 };
const looked = (recovery: Extract<RecoveryEvent, { type: 'looked' }>['recovery'], isMine = false) =>
  ({ type: 'looked', recovery, isMine }) as const;
const look = { kind: 'look_later', ms: LOOK_MS };
const nothing = { state: undefined, commands: [] };

describe('a call in wrap-up', () => {
  it('is asked about, and nothing is shown yet', () => {
    const step = transition(undefined, { type: 'found' });
    expect(step.state).toEqual(checking);
    expect(step.commands.map(({ kind }) => kind)).toEqual(['look', 'limit']);
  });

  it('is let be when nobody dropped, after the service has had its moment', () => {
    let step = transition(undefined, { type: 'found' });
    const pauses: unknown[] = [];
    while (step.state !== undefined) {
      step = transition(step.state, looked(null));
      pauses.push(...step.commands);
    }
    expect(pauses).toEqual([2_000, 4_000, 6_000].map((ms) => ({ kind: 'look_later', ms })));
  });

  it.each(['back', 'gone', 'time_up'] as const)('is let be: %s', (type) => {
    expect(transition(checking, { type })).toEqual(nothing);
  });

  it.each([
    ['the service says so', looked(recoveryView())],
    ['the service asks this page back', { type: 'pinged' } as const],
  ])('is a drop when %s: the agent waits, for a bounded time', (_when, event) => {
    expect(transition(checking, event)).toEqual({
      state: waiting,
      commands: [look, { kind: 'limit', ms: WAIT_LIMIT_MS }],
    });
  });

  it('that was recovered before this page was loaded is no news', () => {
    expect(transition(checking, looked(reconnected(), true))).toEqual(nothing);
  });

  it('whose caller is with a colleague says so', () => {
    expect(transition(checking, looked(reconnected({ outcome: 'taken_over' })))).toEqual({
      state: { stage: 'over', how: 'elsewhere' },
      commands: [{ kind: 'limit', ms: OVER_LIMIT_MS }],
    });
  });

  it('keeps asking when the service does not answer', () => {
    expect(transition(checking, { type: 'look_failed' }).commands).toEqual([
      { kind: 'look_later', ms: 2_000 },
    ]);
  });
});

it('a ping alone says that a call dropped', () => {
  expect(transition(undefined, { type: 'pinged' }).state).toEqual(waiting);
});

describe('an agent who waits', () => {
  it('is back: the dialog goes, and that is said', () => {
    expect(transition(waiting, { type: 'back' })).toEqual({
      state: undefined,
      commands: [{ kind: 'tell_reconnected' }],
    });
    expect(transition(waiting, looked(reconnected(), true)).commands).toEqual([{ kind: 'tell_reconnected' }]);
  });

  it('waits on while the caller is on the way, also when the old task has gone', () => {
    expect(transition(waiting, looked(recoveryView({ phase: 'queued', ping: 'accepted' })))).toEqual({
      state: waiting,
      commands: [look],
    });
    expect(transition(waiting, { type: 'gone' })).toEqual({ state: waiting, commands: [] });
    expect(transition(waiting, { type: 'dismissed' }).state).toEqual(waiting);
  });

  it('hears that a colleague may have the caller', () => {
    expect(transition(waiting, looked(recoveryView({ phase: 'suspended' }))).state).toMatchObject({
      isSuspended: true,
    });
  });

  it.each([
    ['elsewhere', recoveryView({ phase: 'queued', ping: 'expired' })],
    ['hung_up', reconnected({ outcome: 'hung_up' })],
    ['ended', reconnected({ outcome: 'closed' })],
  ] as const)('hears how it ended: %s', (how, view) => {
    expect(transition(waiting, looked(view)).state).toEqual({ stage: 'over', how });
  });

  it('is not let go by one look that was asked before the ping was sent, but by two', () => {
    const once = transition(waiting, looked(null));
    expect(once).toEqual({ state: { ...waiting, blanks: 1 }, commands: [look] });
    expect(transition(once.state, looked(null))).toEqual(nothing);
  });

  it('is let go when the service does not answer, and when time is up', () => {
    let state: Recovery | undefined = waiting;
    const pauses: unknown[] = [];
    while (state?.stage === 'waiting') {
      const step = transition(state, { type: 'look_failed' });
      pauses.push(...step.commands);
      state = step.state;
    }
    const over = { stage: 'over', how: 'unknown' };
    expect(state).toEqual(over);
    expect(pauses).toEqual([
      ...[5_000, 10_000, 15_000, 15_000].map((ms) => ({ kind: 'look_later', ms })),
      { kind: 'limit', ms: OVER_LIMIT_MS },
    ]);
    expect(transition(waiting, { type: 'time_up' }).state).toEqual(over);
  });
});

describe('how it ended', () => {
  const over: Recovery = { stage: 'over', how: 'elsewhere' };

  it.each(['dismissed', 'time_up', 'back'] as const)('is said until: %s', (type) => {
    expect(transition(over, { type })).toEqual(nothing);
  });

  it('stays said whatever else comes late', () => {
    for (const event of [{ type: 'pinged' }, { type: 'found' }, looked(recoveryView())] as const) {
      expect(transition(over, event)).toEqual({ state: over, commands: [] });
    }
  });
});
