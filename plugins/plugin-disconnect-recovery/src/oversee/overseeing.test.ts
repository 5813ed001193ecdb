import { NOON, recoveryView } from '../testing/recoveryView';
import { BUSY_MS, IDLE_MS, transition, type Overseeing, type Recoveries } from './overseeing';

const recoveries = (inProgress: Recoveries['inProgress'] = []): Recoveries => ({
  success: true,
  status: 200,
  at: new Date(NOON).toISOString(),
  inProgress,
  ended: [],
  today: { dropped: 0, outcomes: NONE, unsaved: 0, meanMsToAnnouncement: null, meanMsToReconnect: null },
});
const NONE = { reconnected: 0, taken_over: 0, hung_up: 0, graceful: 0, closed: 0 };
const watched: Overseeing = { isWatched: true, failures: 0 };

describe("the supervisor's view", () => {
  it('asks when it is shown, once', () => {
    expect(transition(undefined, { type: 'shown' })).toEqual({
      state: watched,
      commands: [{ kind: 'look' }],
    });
    expect(transition(watched, { type: 'shown' })).toEqual({ state: watched, commands: [] });
  });

  it('asks no more once nobody looks, and does not take what still comes', () => {
    const hidden = { ...watched, isWatched: false };
    expect(transition(watched, { type: 'hidden' })).toEqual({ state: hidden, commands: [{ kind: 'stop' }] });
    for (const event of [
      { type: 'looked', recoveries: recoveries(), now: NOON },
      { type: 'look_failed', code: 'network' },
      { type: 'hidden' },
    ] as const) {
      expect(transition(hidden, event)).toEqual({ state: hidden, commands: [] });
    }
  });

  it('asks more often while somebody waits on the line', () => {
    const ask = (seen: Recoveries) =>
      transition(watched, { type: 'looked', recoveries: seen, now: NOON + 3_000 });
    expect(ask(recoveries()).commands).toEqual([{ kind: 'look_later', ms: IDLE_MS }]);
    expect(ask(recoveries([recoveryView()])).commands).toEqual([{ kind: 'look_later', ms: BUSY_MS }]);
    expect(ask(recoveries()).state?.seen?.aheadMs).toBe(3_000);
  });

  it('keeps what it has while the service does not answer, asks more slowly, and recovers', () => {
    const { state: seen } = transition(watched, { type: 'looked', recoveries: recoveries(), now: NOON });
    let state = seen;
    const pauses: unknown[] = [];
    for (let failures = 0; failures < 6; failures += 1) {
      const step = transition(state, { type: 'look_failed', code: 'network' });
      pauses.push(...step.commands.map((command) => 'ms' in command && command.ms));
      state = step.state;
    }
    expect(pauses).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(state).toMatchObject({ failure: 'network', failures: 6, seen: seen?.seen });
    expect(transition(state, { type: 'looked', recoveries: recoveries(), now: NOON }).state).toEqual(seen);
  });
});
