import type { SendEvent } from './event';
import { after, asked, bob, carol, endOf, looked, moving, reported, waitingOwn } from '../testing/sendEvents';

describe('a call that A transfers directly', () => {
  const directly: SendEvent = { type: 'transfer_ended', how: 'completed', to: carol };

  it.each([
    ['waits', waitingOwn],
    ['waits, and the receiver is known', [...waitingOwn, looked({ receivingWorkerSid: bob })]],
  ])('is attributed no longer while A %s', (_, events) => {
    const canceling = after(...events, directly, looked({ state: 'offered' }));
    const canceled = after(...events, directly, looked({ state: 'offered' }), {
      type: 'canceled',
      state: 'canceled',
    });

    expect(after(...events, directly).commands).toEqual([{ kind: 'look' }]);
    expect(canceling.commands).toEqual([{ kind: 'cancel' }]);
    expect(endOf(canceled.transfer)).toEqual({ how: 'canceled', reason: 'bypassed' });
  });

  it('is attributed no longer when the service has just begun', () => {
    const { commands } = after(asked, directly, { type: 'created' }, looked({ state: 'offered' }));

    expect(commands).toEqual([{ kind: 'cancel' }]);
  });

  it('is not sent to the queue as well', () => {
    const { commands } = after(asked, directly, {
      type: 'create_failed',
      code: 'no_agent',
      fallback: 'plain_transfer',
    });

    expect(commands.map(({ kind }) => kind)).toEqual(['tell']);
  });

  it('gives the claim back while ours is under way', () => {
    expect(after(...moving, directly).commands).toMatchObject([{ kind: 'report', outcome: 'failed' }]);
    expect(after(...moving, directly, reported('failed')).told).toEqual(['canceled']);
  });

  it.each(['failed', 'canceled'] as const)('changes nothing when that %s', (how) => {
    const { transfer, commands } = after(...moving, { type: 'transfer_ended', how, to: carol });

    expect([transfer, commands]).toEqual([after(...moving).transfer, []]);
  });
});
