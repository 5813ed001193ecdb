import type { SendEvent } from './event';
import { after, bob, endOf, looked, moving, reported } from '../testing/sendEvents';

describe('a transfer that failed on this page', () => {
  const refused: SendEvent = { type: 'move_refused', reason: 'No capacity' };
  const tellFailed = { kind: 'tell', what: 'failed' };

  it.each(['transferred', 'call_ended'] as const)('is none when the service finds the call %s', (state) => {
    expect(after(...moving, refused, reported(state)).told).toEqual([state]);
    expect(after(...moving, refused, looked({ state })).told).toEqual([state]);
  });

  it('is not the end while the receiver is being asked', () => {
    const asking: readonly SendEvent[] = [...moving, refused, reported('claimed')];

    expect(after(...asking)).toMatchObject({
      stage: 'moving',
      commands: [{ kind: 'look_later', ms: 10_000 }],
    });
    expect(after(...asking, { type: 'transfer_ended', how: 'completed', to: bob }).told).toEqual([
      'transferred',
    ]);
  });

  it('is reported again when the report was lost', () => {
    const lost: readonly SendEvent[] = [
      ...moving,
      refused,
      { type: 'report_failed', claimId: 'claim-1', code: 'network' },
    ];

    expect(after(...lost).commands).toEqual([{ kind: 'look_later', ms: 10_000 }]);
    expect(after(...lost, looked({ state: 'claimed' })).commands).toMatchObject([{ kind: 'report' }]);
  });

  it('ends the transfer, and lets the receiver go, when the claim has run out', () => {
    const { stage, commands } = after(...moving, refused, looked({ state: 'accepted' }));

    expect(stage).toBe('ended');
    expect(commands).toEqual([{ kind: 'cancel' }, tellFailed]);
  });

  it.each([looked(null), looked({ state: 'failed' }), looked({ attemptId: 'attempt-2' })])(
    'ends the transfer when the service knows no other end: %j',
    (event) => {
      const { transfer, commands } = after(...moving, refused, event);

      expect(endOf(transfer)).toEqual({ how: 'failed', reason: 'No capacity' });
      expect(commands).toEqual([tellFailed]);
    },
  );

  it('is told once the service has made sure', () => {
    expect(after(...moving, refused).told).toEqual([]);
    expect(after(...moving, refused, reported('failed')).told).toEqual(['failed']);
  });

  it('is not ended by the answer to an earlier report', () => {
    const { stage } = after(...moving, refused, { ...reported('failed'), claimId: 'claim-0' });

    expect(stage).toBe('moving');
  });
});
