import { NOON } from '../testing/attempt';
import type { SendEvent } from './event';
import { asked, looked, marked, waitingOwn, after } from '../testing/sendEvents';

describe('a page that is loaded in the middle', () => {
  it('asks how a call that was there stands', () => {
    expect(after({ type: 'found' }).commands).toEqual([{ kind: 'look' }]);
  });

  it('shows nothing for a call that is not being transferred', () => {
    expect(after({ type: 'found' }, looked(null)).transfer).toBeUndefined();
  });

  it('waits on, and takes the time from the service', () => {
    expect(after({ type: 'found' }, looked({})).transfer).toMatchObject({
      stage: 'waiting',
      own: false,
      since: NOON,
    });
  });

  it('offers an interrupted transfer again, however long ago', () => {
    const { told, transfer } = after(
      { type: 'found' },
      looked({
        state: 'interrupted',
        since: new Date(NOON - 3_600_000).toISOString(),
      }),
    );

    expect(told).toEqual(['interrupted']);
    expect(transfer?.stage).toBe('ended');
  });

  it('tells a failure of a moment ago, and no older one', () => {
    const old = { state: 'declined', since: new Date(NOON - 3_600_000).toISOString() } as const;

    expect(after({ type: 'found' }, looked({ state: 'declined' })).told).toEqual(['declined']);
    expect(after({ type: 'found' }, looked(old)).told).toEqual([]);
  });
});

describe('a question that is not answered', () => {
  const failed: SendEvent = { type: 'look_failed' };
  const again = [{ kind: 'look_later', ms: 10_000 }];

  it.each([
    ['a call that was there before the page', [{ type: 'found' }]],
    ['a mark nobody knows', [marked]],
    [
      'a mark that comes after an end',
      [...waitingOwn, looked({ state: 'declined' }), { ...marked, attemptId: 'attempt-2' }],
    ],
    ['the transfer another page began', [asked, { type: 'create_failed', code: 'other_target_open' }]],
  ] as const)('is asked again about %s, until there is an answer', (_, events) => {
    const other = looked({ attemptId: 'attempt-2' });

    expect(after(...events, failed).commands).toEqual(again);
    expect(after(...events, failed, failed).commands).toEqual(again);
    expect(after(...events, failed, other).stage).toBe('waiting');
    expect(after(...events, failed, looked(null), failed).commands).toEqual([]);
  });

  it('shows nothing, and is dropped when the task is gone', () => {
    expect(after({ type: 'found' }, failed).stage).toBe('looking');
    expect(after({ type: 'found' }, failed, { type: 'gone' }).transfer).toBeUndefined();
    expect(after({ type: 'gone' }, looked({})).transfer).toBeUndefined();
  });

  it('goes on unseen when A has put the end away', () => {
    const { stage } = after(asked, { type: 'create_failed', code: 'other_target_open' }, failed, {
      type: 'dismissed',
    });

    expect(stage).toBe('looking');
  });

  it('does not keep A from asking for a transfer', () => {
    expect(after({ type: 'found' }, failed, asked).commands).toMatchObject([{ kind: 'create' }]);
  });

  it('is repeated when the answer is older than the mark', () => {
    const { commands } = after({ type: 'found' }, marked, looked(null));
    const { stage } = after({ type: 'found' }, marked, looked(null), looked(null));

    expect(commands).toEqual([{ kind: 'look' }]);
    expect(stage).toBeUndefined();
  });
});
