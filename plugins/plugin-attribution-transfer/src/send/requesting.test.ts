import { after, asked, looked, marked, wish } from '../testing/sendEvents';
import { NOON } from '../testing/attempt';
import { queueSid } from '../testing/sids';
import type { SendEvent } from './event';

const failed: SendEvent = { type: 'look_failed' };
const lost: readonly SendEvent[] = [asked, { type: 'create_failed', code: 'network' }];
const withdraw = { kind: 'withdraw', wish };
const tellFailed = { kind: 'tell', what: 'failed' };
const lookSlowly = { kind: 'look_later', ms: 10_000 };
const cancel = { kind: 'cancel' };

describe('a request that got no answer', () => {
  it('is asked about before anything is decided', () => {
    expect(after(...lost)).toMatchObject({ stage: 'requesting', commands: [{ kind: 'look' }] });
  });

  it('waits for an agent when it was heard after all, as the transfer of this page', () => {
    expect(after(...lost, looked({})).transfer).toMatchObject({ stage: 'waiting', own: true, since: NOON });
  });

  it('has failed when the service knows nothing of it, and is withdrawn and asked about once more: it may be late', () => {
    const { commands, transfer } = after(...lost, looked(null));

    expect(commands).toEqual([withdraw, tellFailed, lookSlowly]);
    expect(transfer).toMatchObject({ stage: 'ended', end: { how: 'failed', reason: 'no_answer' } });
    expect(after(...lost, looked(null), looked(null), failed).commands).toEqual([]);
  });

  it('has failed when what is open is another transfer, which is shown then', () => {
    const other = looked({ targetSid: queueSid('Support') });

    expect(after(...lost, other).told).toEqual(['failed']);
    expect(after(...lost, other, other).transfer).toMatchObject({
      stage: 'waiting',
      targetSid: queueSid('Support'),
      own: false,
    });
  });

  it('is asked about three times; then A is told, it is withdrawn, and asked about on', () => {
    const givenUp = [...lost, failed, failed, failed];

    expect(after(...lost, failed)).toMatchObject({
      stage: 'requesting',
      commands: [{ kind: 'look_later', ms: 5_000 }],
    });
    expect(after(...lost, failed, failed).stage).toBe('requesting');
    expect(after(...givenUp)).toMatchObject({ stage: 'ended', commands: [withdraw, tellFailed, lookSlowly] });
    expect(after(...givenUp, failed).commands).toEqual([lookSlowly]);
  });

  it('leaves nothing to ask when the task is gone as well', () => {
    const { transfer, commands } = after(...lost, { type: 'gone' }, looked(null));

    expect([transfer, commands]).toEqual([undefined, [withdraw, tellFailed]]);
  });

  it.each([
    ['is canceled at once', [asked, { type: 'cancel_asked' }, { type: 'create_failed', code: 'network' }]],
    ['is canceled when nobody answers', [...lost, { type: 'cancel_asked' }, failed]],
  ] as const)('%s when A gives up, and withdrawn', (_, events) => {
    const { transfer, commands } = after(...events);

    expect(transfer).toMatchObject({ stage: 'waiting', canceling: true });
    expect(commands).toEqual([withdraw, cancel]);
  });

  it.each([looked({}), looked({ state: 'accepted' })])(
    'is canceled when A has given up and it turns out to have begun',
    (event) => {
      const { transfer, commands } = after(...lost, { type: 'cancel_asked' }, event);

      expect(transfer).toMatchObject({ stage: 'waiting', canceling: true });
      expect(commands).toEqual([cancel]);
    },
  );

  it('needs no canceling when A has given up and the service knows nothing of it', () => {
    expect(after(...lost, { type: 'cancel_asked' }, looked(null)).told).toEqual(['canceled']);
  });
});

describe('a transfer that A was told had failed', () => {
  const givenUp: readonly SendEvent[] = [...lost, failed, failed, failed];
  const begun = looked({ state: 'accepted' }, { isWithdrawn: true });

  it.each([
    ['before A has read it', []],
    ['after A has put it away', [{ type: 'dismissed' }]],
    ['when its mark appears', [marked]],
  ] as const)('is taken back when it turns out to have begun, %s', (_, events) => {
    const { commands, transfer } = after(...givenUp, ...events, begun);

    expect(commands).toEqual([cancel]);
    expect(transfer).toMatchObject({ stage: 'waiting', canceling: true });
  });

  it('is taken back by a page that is loaded later', () => {
    expect(after({ type: 'found' }, begun).commands).toEqual([cancel]);
  });

  it('is not one that another page of A has begun meanwhile', () => {
    const other = looked({ targetSid: queueSid('Support') });

    expect(after(...givenUp, other).commands).toEqual([{ kind: 'look_later', ms: 5_000 }]);
    expect(after(...givenUp, { type: 'dismissed' }, other).commands).toEqual([
      { kind: 'look_later', ms: 5_000 },
    ]);
  });

  it('can be asked for again at once', () => {
    const { stage, commands } = after(...givenUp, { type: 'again_asked', key: 'click-2', now: NOON });

    expect(stage).toBe('requesting');
    expect(commands).toEqual([{ kind: 'create', wish, key: 'click-2' }]);
  });

  it('is asked about no more, and forgotten, once the service says that there is none', () => {
    expect(after(...givenUp, looked(null), failed).commands).toEqual([]);
    expect(after(...givenUp, { type: 'dismissed' }, looked(null)).transfer).toBeUndefined();
  });
});
