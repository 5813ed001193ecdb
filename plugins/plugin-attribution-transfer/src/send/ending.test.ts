import { NOON } from '../testing/attempt';
import type { SendEvent } from './event';
import { wish, asked, bob, looked, marked, waitingOwn, moving, after, endOf } from '../testing/sendEvents';

describe('canceling', () => {
  const canceling: readonly SendEvent[] = [...waitingOwn, { type: 'cancel_asked' }];

  it('asks the service once', () => {
    expect(after(...canceling).commands).toEqual([{ kind: 'cancel' }]);
    expect(after(...canceling, { type: 'cancel_asked' }).commands).toEqual([]);
  });

  it('waits for the answer to the request before it cancels that', () => {
    expect(after(asked, { type: 'cancel_asked' }).commands).toEqual([]);
    expect(after(asked, { type: 'cancel_asked' }, { type: 'created' }).commands).toEqual([
      { kind: 'cancel' },
    ]);
  });

  it('needs nothing more when the service began nothing', () => {
    const { told } = after(asked, { type: 'cancel_asked' }, { type: 'create_failed', code: 'no_agent' });

    expect(told).toEqual(['canceled']);
  });

  it('does not claim meanwhile', () => {
    expect(after(...canceling, { type: 'marked', attemptId: 'attempt-1', receiver: bob }).commands).toEqual(
      [],
    );
  });

  it('is done when the service knows of no transfer', () => {
    expect(after(...canceling, looked(null)).told).toEqual(['canceled']);
  });

  it('tells A that it is canceled', () => {
    expect(after(...canceling, { type: 'canceled', state: 'canceled' }).told).toEqual(['canceled']);
  });

  it('tells A how it had ended before', () => {
    expect(after(...canceling, { type: 'canceled', state: 'declined' }).told).toEqual(['declined']);
  });

  it('goes on when it is too late, or when nobody answers', () => {
    const late = after(...canceling, { type: 'cancel_failed', code: 'replay_claimed' });
    const lost = after(...canceling, { type: 'cancel_failed', code: 'network' });

    expect(late.told).toEqual(['too_late']);
    expect(lost.told).toEqual(['not_canceled']);
    expect([late.stage, lost.stage]).toEqual(['waiting', 'waiting']);
  });
});

describe('the end', () => {
  it.each(['declined', 'expired', 'failed', 'interrupted', 'call_ended', 'canceled'] as const)(
    'is told when the status says %s',
    (state) => {
      const { told, transfer } = after(...waitingOwn, looked({ state }));

      expect(told).toEqual([state]);
      expect(endOf(transfer)?.how).toBe(state);
    },
  );

  it.each(['declined', 'expired', 'failed', 'interrupted'] as const)(
    'lets A ask for the same again after %s, as a new click',
    (state) => {
      const { commands, stage } = after(...waitingOwn, looked({ state }), {
        type: 'again_asked',
        key: 'click-2',
        now: NOON,
      });

      expect(commands).toEqual([{ kind: 'create', wish, key: 'click-2' }]);
      expect(stage).toBe('requesting');
    },
  );

  it('offers nothing to repeat after a transfer that went through', () => {
    const { commands } = after(
      ...moving,
      { type: 'transfer_ended', how: 'completed', to: bob },
      {
        type: 'again_asked',
        key: 'click-2',
        now: NOON,
      },
    );

    expect(commands).toEqual([]);
  });

  it('goes away when A has read it', () => {
    expect(
      after(...waitingOwn, looked({ state: 'declined' }), { type: 'dismissed' }).transfer,
    ).toBeUndefined();
  });

  it('is not undone by a mark that is still on the task', () => {
    const { commands } = after(
      ...waitingOwn,
      { type: 'cancel_asked' },
      { type: 'canceled', state: 'canceled' },
      { type: 'marked', attemptId: 'attempt-1', receiver: bob },
    );

    expect(commands).toEqual([]);
  });
});

describe('A leaves the call', () => {
  const leaving: readonly SendEvent[] = [...waitingOwn, { type: 'left' }];

  it('asks for the status soon, for the service hears of it by an event', () => {
    expect(after(...leaving).commands).toEqual([{ kind: 'look_later', ms: 2_000 }]);
  });

  it('takes the transfer back when the service has not heard', () => {
    expect(after(...leaving, looked({})).commands).toEqual([{ kind: 'cancel' }]);
    expect(after(...leaving, looked({}), { type: 'canceled', state: 'canceled' }).told).toEqual([
      'call_ended',
    ]);
  });

  it('is undone when Flex had only lost sight of the task', () => {
    const back: readonly SendEvent[] = [...waitingOwn, { type: 'gone' }, { type: 'back' }];

    expect(after(...back, looked({})).commands).toEqual([{ kind: 'look_later', ms: 5_000 }]);
    expect(after(...back, marked).commands).toEqual([{ kind: 'claim' }]);
  });

  it('is how a transfer that is under way looks, and changes nothing', () => {
    expect(after(...moving, { type: 'left' }).commands).toEqual([]);
    expect(after(...moving, { type: 'left' }).stage).toBe('moving');
  });

  it('is told the end also when the task is gone, and nothing is kept', () => {
    const { told, transfer } = after(
      ...moving,
      { type: 'gone' },
      { type: 'transfer_ended', how: 'completed', to: bob },
    );

    expect(told).toEqual(['transferred']);
    expect(transfer).toBeUndefined();
  });
});
