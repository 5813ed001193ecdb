import { transition, type Answering } from './answering';

const accepting: Answering = { kind: 'ping', stage: 'accepting', tries: 1 };
const waiting: Answering = { kind: 'ping', stage: 'waiting', tries: 0 };

describe('an offer', () => {
  it('is accepted at once where a call could ring', () => {
    expect(transition(undefined, { type: 'offered', kind: 'ping', isReady: true })).toEqual({
      state: accepting,
      commands: [{ kind: 'accept', offer: 'ping' }],
    });
  });

  it('waits until the page is ready', () => {
    expect(transition(undefined, { type: 'offered', kind: 'ping', isReady: false })).toEqual({
      state: waiting,
      commands: [],
    });
    expect(transition(waiting, { type: 'ready' }).commands).toEqual([{ kind: 'accept', offer: 'ping' }]);
  });

  it('is accepted once, however often it is seen and the page gets ready', () => {
    for (const event of [{ type: 'offered', kind: 'ping', isReady: true }, { type: 'ready' }] as const) {
      expect(transition(accepting, event).commands).toEqual([]);
    }
    const done = transition(accepting, { type: 'accepted' }).state;
    expect(done?.stage).toBe('done');
    expect(transition(done, { type: 'ready' }).commands).toEqual([]);
  });

  it('is tried again some times, and then left to the agent', () => {
    let state: Answering | undefined = accepting;
    const pauses: unknown[] = [];
    while (state?.stage !== 'done') {
      const failed = transition(state, { type: 'accept_failed' });
      pauses.push(...failed.commands);
      state = transition(failed.state, { type: 'ready' }).state;
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000].map((ms) => ({ kind: 'retry_later', ms })));
  });

  it('is nothing any more when it is gone', () => {
    expect(transition(waiting, { type: 'gone' })).toEqual({ state: undefined, commands: [] });
    expect(transition(undefined, { type: 'accept_failed' }).state).toBeUndefined();
  });
});
