import { NOON } from '../testing/attempt';
import { queueSid } from '../testing/sids';
import { wish, asked, looked, waitingOwn, after, endOf } from '../testing/sendEvents';

describe('asking for a transfer', () => {
  it('asks the service once, with the key of the click', () => {
    const { commands } = after(asked);

    expect(commands).toEqual([{ kind: 'create', wish, key: 'click-1' }]);
  });

  it('does nothing for a second click on the same queue', () => {
    const { commands, stage } = after(asked, { ...asked, key: 'click-2' });

    expect(commands).toEqual([]);
    expect(stage).toBe('requesting');
  });

  it.each([
    ['another queue', { ...wish, targetSid: queueSid('Support') }],
    ['another mode', { ...wish, mode: 'WARM' as const }],
  ])('tells A that a transfer is open when A asks for %s', (_, other) => {
    const { told, transfer } = after(...waitingOwn, { ...asked, wish: other });

    expect(told).toEqual(['other_open']);
    expect(transfer).toMatchObject({ stage: 'waiting', ...wish });
  });

  it('learns the company from the first status, and keeps asking', () => {
    const { transfer, commands } = after(...waitingOwn);

    expect(transfer).toMatchObject({ stage: 'waiting', affiliation: 'BPO_A', since: NOON });
    expect(commands).toEqual([{ kind: 'look_later', ms: 5_000 }]);
  });

  it("counts the time from A's click, by A's clock", () => {
    const { transfer } = after(
      asked,
      { type: 'created' },
      looked({ requestedAt: new Date(NOON + 90_000).toISOString() }),
    );

    expect(transfer).toMatchObject({ since: NOON });
  });

  it('fails when the service refuses', () => {
    const { transfer, told } = after(asked, { type: 'create_failed', code: 'reservation_not_held' });

    expect(endOf(transfer)).toEqual({ how: 'failed', reason: 'reservation_not_held' });
    expect(told).toEqual(['failed']);
  });

  it('shows the transfer that another page of A began', () => {
    const refused = after(asked, { type: 'create_failed', code: 'other_target_open' });
    const shown = after(
      asked,
      { type: 'create_failed', code: 'other_target_open' },
      looked({ targetSid: queueSid('Support') }),
    );

    expect(refused.told).toEqual(['other_open']);
    expect(shown.transfer).toMatchObject({ stage: 'waiting', targetSid: queueSid('Support'), own: false });
  });
});

describe('no agent at all', () => {
  it.each([
    ['at once', [asked, { type: 'create_failed', code: 'no_agent', fallback: 'plain_transfer' }]],
    ['later', [...waitingOwn, looked({ state: 'failed', reason: 'no_agent', fallback: 'plain_transfer' })]],
  ] as const)('sends the call to the queue when the service says so %s', (_, events) => {
    const { commands, transfer } = after(...events);

    expect(commands).toMatchObject([
      { kind: 'queue', wish },
      { kind: 'tell', what: 'queued' },
    ]);
    expect(endOf(transfer)?.how).toBe('queued');
  });

  it('fails when the service wants it refused', () => {
    const { told } = after(asked, { type: 'create_failed', code: 'no_agent', fallback: 'refuse' });

    expect(told).toEqual(['failed']);
  });

  it('leaves the queue to the page where A clicked', () => {
    const { commands } = after(
      { type: 'found' },
      looked({}),
      looked({ state: 'failed', reason: 'no_agent', fallback: 'plain_transfer' }),
    );

    expect(commands).toEqual([{ kind: 'tell', what: 'failed' }]);
  });

  it('tells A when Flex would not send it to the queue either', () => {
    const { told, transfer } = after(
      asked,
      { type: 'create_failed', code: 'no_agent', fallback: 'plain_transfer' },
      { type: 'queueing_failed' },
    );

    expect(told).toEqual(['failed']);
    expect(endOf(transfer)?.how).toBe('failed');
  });
});
