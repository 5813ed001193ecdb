import type { AttemptState, AttemptView } from '@patchbay/shared/contracts';
import { attemptView, NOON } from '../testing/attempt';
import { queueSid, workerSid } from '../testing/sids';
import type { SendCommand } from './command';
import type { EventOf, SendEvent } from './event';
import type { Claim, Transfer } from './transfer';
import { transition } from './transition';

const wish = { targetSid: queueSid('Billing'), mode: 'COLD' } as const;
const asked: SendEvent = { type: 'asked', wish, key: 'click-1', now: NOON };
const bob = workerSid('bob');
const carol = workerSid('carol');
const claim: Claim = { claimId: 'claim-1', receiver: bob, mode: 'COLD' };
const looked = (attempt: Partial<AttemptView> | null): SendEvent => ({
  type: 'looked',
  attempt: attempt === null ? null : attemptView(attempt),
  now: NOON,
});
const reported = (state: AttemptState): EventOf<'reported'> => ({
  type: 'reported',
  claimId: 'claim-1',
  state,
});
const notTaken: SendEvent = { type: 'transfer_ended', how: 'failed', to: bob };
const marked: SendEvent = { type: 'marked', attemptId: 'attempt-1', receiver: bob };
const waitingOwn: readonly SendEvent[] = [asked, { type: 'created' }, looked({ state: 'offered' })];
const moving: readonly SendEvent[] = [
  ...waitingOwn,
  { type: 'marked', attemptId: 'attempt-1', receiver: bob },
  { type: 'claimed', claim, underway: false },
];

/** What a sequence of events led to, and what its last one asked for. */
function after(...events: readonly SendEvent[]) {
  let transfer: Transfer | undefined;
  let commands: readonly SendCommand[] = [];
  for (const event of events) ({ state: transfer, commands } = transition(transfer, event));
  return { transfer, stage: transfer?.stage, commands, told: told(commands) };
}

const told = (commands: readonly SendCommand[]): readonly string[] =>
  commands.flatMap((command) => (command.kind === 'tell' ? [command.what] : []));

const endOf = (transfer: Transfer | undefined) => (transfer?.stage === 'ended' ? transfer.end : undefined);

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

  it('looks before it decides when no answer came', () => {
    const { stage, commands } = after(asked, { type: 'create_failed', code: 'network' });

    expect(stage).toBe('requesting');
    expect(commands).toEqual([{ kind: 'look' }]);
  });

  it('waits when the service began it after all, and fails when it did not', () => {
    const lost: readonly SendEvent[] = [asked, { type: 'create_failed', code: 'network' }];

    expect(after(...lost, looked({})).stage).toBe('waiting');
    expect(after(...lost, looked(null)).told).toEqual(['failed']);
    expect(endOf(after(...lost, looked(null)).transfer)).toEqual({ how: 'failed', reason: 'no_answer' });
  });

  describe('when nobody answers', () => {
    const failed: SendEvent = { type: 'look_failed' };
    const lost: readonly SendEvent[] = [asked, { type: 'create_failed', code: 'network' }];
    const givenUp: readonly SendEvent[] = [...lost, failed, failed, failed];

    it('asks again, then tells A, and asks on', () => {
      expect(after(...lost, failed)).toMatchObject({
        stage: 'requesting',
        commands: [{ kind: 'look_later', ms: 5_000 }],
      });
      expect(after(...givenUp)).toMatchObject({
        stage: 'ended',
        told: ['failed'],
        commands: [{ kind: 'tell' }, { kind: 'look_later', ms: 10_000 }],
      });
      expect(after(...givenUp, failed).commands).toEqual([{ kind: 'look_later', ms: 10_000 }]);
    });

    it.each([
      ['before A has read it', []],
      ['after A has put it away', [{ type: 'dismissed' }]],
    ] as const)('takes back what turns out to have begun, %s', (_, read) => {
      const { commands, transfer } = after(...givenUp, ...read, looked({ state: 'accepted' }));

      expect(commands).toEqual([{ kind: 'cancel' }]);
      expect(transfer).toMatchObject({ stage: 'waiting', canceling: true });
    });

    it('leaves the transfer alone that another page of A has begun meanwhile', () => {
      const other = looked({ targetSid: queueSid('Support') });

      expect(after(...givenUp, other).commands).toEqual([{ kind: 'look_later', ms: 5_000 }]);
      expect(after(...givenUp, { type: 'dismissed' }, other).commands).toEqual([
        { kind: 'look_later', ms: 5_000 },
      ]);
    });

    it('does not carry it out when its mark appears', () => {
      expect(after(...givenUp, marked).commands).toEqual([{ kind: 'look' }]);
      expect(after(...givenUp, marked, looked({ state: 'accepted' })).commands).toEqual([{ kind: 'cancel' }]);
    });

    it('asks no more once the service says that there is none', () => {
      expect(after(...givenUp, looked(null), failed).commands).toEqual([]);
      expect(after(...givenUp, { type: 'dismissed' }, looked(null)).transfer).toBeUndefined();
    });

    it('lets A ask again at once', () => {
      const { stage, commands } = after(...givenUp, { type: 'again_asked', key: 'click-2', now: NOON });

      expect(stage).toBe('requesting');
      expect(commands).toEqual([{ kind: 'create', wish, key: 'click-2' }]);
    });
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

    // Flex itself tells A.
    expect(told).toEqual([]);
    expect(endOf(transfer)?.how).toBe('failed');
  });
});

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

  it('leaves it to the page where A clicked for a while', () => {
    const { commands, stage } = after({ type: 'found' }, looked({ state: 'accepted' }));

    expect(stage).toBe('waiting');
    expect(commands).toContainEqual({ kind: 'claim_later', ms: 3_000 });
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

  describe('a failure here', () => {
    const refused: SendEvent = { type: 'move_refused', reason: 'No capacity' };

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
      expect(commands).toEqual([{ kind: 'cancel' }]);
    });

    it.each([looked(null), looked({ state: 'failed' }), looked({ attemptId: 'attempt-2' })])(
      'ends the transfer when the service knows no other end: %j',
      (event) => {
        const { transfer, commands } = after(...moving, refused, event);

        expect(endOf(transfer)).toEqual({ how: 'failed', reason: 'No capacity' });
        expect(commands).toEqual([]);
      },
    );

    it('is told by Flex where Flex refused', () => {
      const { told, stage } = after(...moving, refused, reported('failed'));

      expect([told, stage]).toEqual([[], 'ended']);
    });

    it('is not ended by the answer to an earlier report', () => {
      const { stage } = after(...moving, refused, { ...reported('failed'), claimId: 'claim-0' });

      expect(stage).toBe('moving');
    });
  });

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

  it("reports Flex's own reason when Flex refused", () => {
    const { commands } = after(...moving, { type: 'move_refused', reason: 'No capacity' });

    expect(commands).toContainEqual({
      kind: 'report',
      claimId: 'claim-1',
      outcome: 'failed',
      reason: 'No capacity',
    });
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

  it('cancels all the same when nobody knows whether the service began it', () => {
    const { commands } = after(asked, { type: 'cancel_asked' }, { type: 'create_failed', code: 'network' });

    expect(commands).toEqual([{ kind: 'cancel' }]);
  });

  it('does not claim meanwhile', () => {
    expect(after(...canceling, { type: 'marked', attemptId: 'attempt-1', receiver: bob }).commands).toEqual(
      [],
    );
  });

  it('cancels what the service turns out to have begun', () => {
    const lost: readonly SendEvent[] = [
      asked,
      { type: 'create_failed', code: 'network' },
      { type: 'cancel_asked' },
    ];

    for (const event of [looked({}), looked({ state: 'accepted' }), { type: 'look_failed' } as const]) {
      const { commands, transfer } = after(...lost, event);
      expect(commands).toEqual([{ kind: 'cancel' }]);
      expect(transfer).toMatchObject({ stage: 'waiting', canceling: true });
    }
    expect(after(...lost, looked(null)).told).toEqual(['canceled']);
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
