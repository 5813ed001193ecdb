import {
  asked,
  bob,
  carol,
  claim,
  looked,
  reported,
  notTaken,
  marked,
  waitingOwn,
  moving,
  after,
  endOf,
} from '../testing/sendEvents';
import { queueSid } from '../testing/sids';

describe('carrying the transfer out', () => {
  it('claims when the mark appears, and transfers with the claim', () => {
    const marked = after(...waitingOwn, { type: 'marked', attemptId: 'attempt-1', receiver: bob });
    const claimed = after(...moving);

    expect(marked.commands).toEqual([{ kind: 'claim' }]);
    expect(claimed.commands).toContainEqual({ kind: 'move', claim });
  });

  it('claims when only the status says that somebody accepted', () => {
    const { commands } = after(asked, { type: 'created' }, looked({ state: 'accepted' }));

    expect(commands).toEqual([{ kind: 'claim' }]);
  });

  it('does not transfer again what was under way before a reload', () => {
    const { commands, stage } = after(
      { type: 'found' },
      looked({ state: 'accepted' }),
      { type: 'claim_due' },
      { type: 'claimed', claim, underway: true },
    );

    expect(stage).toBe('moving');
    expect(commands).not.toContainEqual({ kind: 'move', claim });
  });

  it('asks for a claim that is given out, which may be its own from before a reload', () => {
    const { commands } = after({ type: 'found' }, looked({ state: 'claimed' }));

    expect(commands).toEqual([{ kind: 'claim' }]);
  });

  it('asks for it once: it may as well be another page of A that has it', () => {
    const { transfer, commands } = after(
      { type: 'found' },
      looked({ state: 'claimed' }),
      { type: 'claim_failed', code: 'replay_claimed' },
      looked({ state: 'claimed' }),
    );

    expect(transfer).toMatchObject({ stage: 'waiting', elsewhere: true });
    expect(commands).toEqual([{ kind: 'look_later', ms: 10_000 }]);
  });

  it.each([
    ['has left', { type: 'left' }, 'sender_left', 'call_ended'],
    ['transferred directly', { type: 'transfer_ended', how: 'completed', to: carol }, 'bypassed', 'canceled'],
  ] as const)('gives the claim back at once for a call that A %s', (_, event, reason, how) => {
    const claimed = [...waitingOwn, marked, event, { type: 'claimed', claim, underway: false }] as const;

    expect(after(...claimed).commands).toEqual([
      { kind: 'report', claimId: 'claim-1', outcome: 'failed', reason },
    ]);
    expect(after(...claimed, reported('failed')).told).toEqual([how]);
  });

  it('believes the service that a call A has left is with its receiver', () => {
    const { told } = after(
      { type: 'found' },
      looked({ state: 'claimed' }),
      { type: 'left' },
      { type: 'claimed', claim, underway: false },
      reported('transferred'),
    );

    expect(told).toEqual(['transferred']);
  });

  it('does not transfer a call that A has left', () => {
    const { commands, stage } = after(
      { type: 'found' },
      looked({ state: 'claimed' }),
      { type: 'left' },
      { type: 'claimed', claim, underway: false },
    );

    expect(stage).toBe('moving');
    expect(commands.map(({ kind }) => kind)).toEqual(['report']);
  });

  it.each([
    ['the status says that somebody accepted', [{ type: 'found' }, looked({ state: 'accepted' })]],
    ['the mark says so', [{ type: 'found' }, looked({}), marked]],
    [
      'the service began another one than this page had asked for',
      [asked, { type: 'created' }, looked({ targetSid: queueSid('Support'), state: 'accepted' })],
    ],
  ] as const)('is left to the page where A clicked for a while when %s', (_, events) => {
    const { commands, stage } = after(...events);

    expect(stage).toBe('waiting');
    expect(commands).toContainEqual({ kind: 'claim_later', ms: 3_000 });
  });

  it('is left alone when A has given up meanwhile', () => {
    const { commands } = after(
      { type: 'found' },
      looked({ state: 'accepted' }),
      { type: 'cancel_asked' },
      { type: 'claim_due' },
    );

    expect(commands).toEqual([]);
  });

  it('waits when another page holds the claim', () => {
    const { transfer, commands } = after(
      ...waitingOwn,
      { type: 'marked', attemptId: 'attempt-1', receiver: bob },
      { type: 'claim_failed', code: 'replay_claimed' },
    );

    expect(transfer).toMatchObject({ stage: 'waiting', elsewhere: true });
    expect(commands).toEqual([{ kind: 'look_later', ms: 10_000 }]);
  });

  it('reports and tells a transfer that is complete', () => {
    const { commands, transfer } = after(...moving, { type: 'transfer_ended', how: 'completed', to: bob });

    expect(commands).toEqual([
      { kind: 'report', claimId: 'claim-1', outcome: 'transferred' },
      { kind: 'tell', what: 'transferred' },
    ]);
    expect(endOf(transfer)).toEqual({ how: 'transferred' });
  });

  it('reports that the agent did not take the call, and tells A once the service has made sure', () => {
    const { commands, stage } = after(...moving, notTaken);

    expect(commands).toEqual([
      { kind: 'report', claimId: 'claim-1', outcome: 'failed', reason: 'not_taken' },
    ]);
    expect(stage).toBe('moving');
    expect(after(...moving, notTaken, reported('failed'))).toMatchObject({
      told: ['failed'],
      transfer: { stage: 'ended', end: { how: 'failed', reason: 'not_taken' } },
    });
  });

  it("reports Flex's own reason when Flex refused", () => {
    const { commands } = after(...moving, { type: 'move_refused', reason: 'No capacity' });

    expect(commands).toContainEqual({
      kind: 'report',
      claimId: 'claim-1',
      outcome: 'failed',
      reason: 'No capacity',
    });
  });

  it.each([
    ['A has left for, because B has moved the call on by now', [{ type: 'left' }], 'transferred'],
    ['A is still on', [], 'failed'],
  ] as const)('is over when the service knows nothing more of a call that %s', (_, events, how) => {
    const { told, stage } = after(...moving, ...events, looked(null));

    expect([told, stage]).toEqual([[how], 'ended']);
  });

  it('takes a transfer that A takes back in Flex for canceled', () => {
    const { told } = after(
      ...moving,
      { type: 'transfer_ended', how: 'canceled', to: bob },
      reported('failed'),
    );

    expect(told).toEqual(['canceled']);
  });

  it("tells the end of a transfer that another page of A's carried out", () => {
    const { told } = after({ type: 'found' }, looked({ state: 'claimed', receivingWorkerSid: bob }), {
      type: 'transfer_ended',
      how: 'completed',
      to: bob,
    });

    expect(told).toEqual(['transferred']);
  });

  it("tells it also when only the task's mark has named the receiver", () => {
    const { told } = after({ type: 'found' }, looked({}), marked, {
      type: 'transfer_ended',
      how: 'completed',
      to: bob,
    });

    expect(told).toEqual(['transferred']);
  });

  it('tries the claim again after an answer that was lost', () => {
    const { commands } = after(
      ...waitingOwn,
      { type: 'marked', attemptId: 'attempt-1', receiver: bob },
      { type: 'claim_failed', code: 'network' },
    );

    expect(commands).toContainEqual({ kind: 'claim_later', ms: 3_000 });
  });

  it('gives up a transfer that belongs to an earlier reservation of the call', () => {
    const { told, stage } = after(
      ...waitingOwn,
      { type: 'marked', attemptId: 'attempt-1', receiver: bob },
      { type: 'claim_failed', code: 'reservation_not_held' },
      looked({ state: 'accepted' }),
    );

    expect(told).toEqual(['failed']);
    expect(stage).toBe('ended');
  });
});
