import { CUSTOMER, PEOPLE, THIRD_PARTY } from '../../test/world/people';
import {
  after,
  drop,
  hangUp,
  look,
  moment,
  owed,
  registered,
  transferFailed,
  transferStarted,
} from '../../test/world/sampleCalls';
import { duties } from './duties';
import { transition } from './transition';

const [alice] = PEOPLE;

const wrappedUp = {
  type: 'wrapped_up' as const,
  workerSid: alice.workerSid,
  name: 'worker 1',
  reservationSid: alice.reservationSid,
  phone: 'softphone' as const,
  at: moment().now,
  dropId: 'second',
};
import { TRANSFER_MS } from './rules';

describe('a leg that goes away', () => {
  it('without a word, and nobody else there, is looked into by whoever notices first', () => {
    const call = after(registered, drop);

    expect(call.drop).toMatchObject({ phase: 'examining', workerSid: alice.workerSid });
    expect(owed(call)).toEqual(['look']);
    expect(duties(call, { ...moment(), me: 'another process' })).toEqual([]);
  });

  it('after the page said goodbye is no drop', () => {
    const call = after(registered, hangUp, drop);

    expect(call.drop).toBeUndefined();
    expect(owed(call)).toEqual(['end_if_alone']);
  });

  it('that was taken away on purpose is no drop, whatever TaskRouter says next', () => {
    const call = after(registered, { ...drop, why: 'removed' }, wrappedUp);

    expect(call.drop).toBeUndefined();
  });

  it('of a third party, with the agent there, is no drop', () => {
    const call = after(registered, { ...drop, callSid: THIRD_PARTY });

    expect(call.drop).toBeUndefined();
    expect(owed(call)).toEqual([]);
  });

  it('is told twice, by callback and by wrap-up, and counts once', () => {
    const once = after(registered, drop);

    expect(transition(once, wrappedUp, moment())).toBe(once);
  });

  it('of the customer ends it all', () => {
    const call = after(registered, drop, { ...drop, callSid: CUSTOMER });

    expect(call.over).toBe(true);
    expect(call.drop).toBeUndefined();
  });
});

describe('a drop that was looked into', () => {
  it('is announced, the agent is pinged, the task marked, supervisors told: in this order', () => {
    expect(owed(after(registered, drop, look()))).toEqual([
      'announce',
      'send_ping',
      'mark_drop',
      'index_open',
    ]);
  });

  it('is none when the agent is on the call', () => {
    expect(after(registered, drop, look({ workerOn: true })).drop).toBeUndefined();
  });

  it('is none when the customer is gone', () => {
    const call = after(registered, drop, look({ customerOn: false }));

    expect(call.over).toBe(true);
    expect(call.drop).toBeUndefined();
  });

  it('waits for a transfer that TaskRouter told of, and is looked into when it failed', () => {
    const call = after(registered, transferStarted, drop, look());
    const failed = transition(call, transferFailed, moment());

    expect(call.drop?.phase).toBe('suspended');
    expect(owed(failed)).toContain('look');
    expect(transition(call, look(), moment()).drop?.phase).toBe('suspended');
    // Where its end was told to nobody, a look decides in the end.
    expect(transition(call, look(), moment(moment().now + TRANSFER_MS)).drop?.phase).toBe('pinging');
  });

  it('waits only once for a transfer that nobody but the page has told of', () => {
    const call = after(registered, { ...hangUp, intent: 'transfer' }, drop);

    expect(call.drop?.phase).toBe('suspended');
    expect(transition(call, look(), moment()).drop?.phase).toBe('pinging');
  });

  it('does not wait for a transfer that is over when its beginning is told', () => {
    const call = after(registered, transferFailed, transferStarted, drop, look());

    expect(call.drop?.phase).toBe('pinging');
  });

  it('is one where a transfer has taken the agent off the call, and then fails', () => {
    const moved = after(registered, { ...drop, why: 'moved' });
    const under = transition(moved, transferStarted, moment());
    const failed = transition(under, transferFailed, moment());

    expect(moved.drop).toBeUndefined();
    expect(under.drop?.phase).toBe('suspended');
    expect(owed(failed)).toContain('look');
    // Told of its end only.
    expect(transition(moved, transferFailed, moment()).drop?.phase).toBe('examining');
  });

  it('is none when another worker has the caller', () => {
    expect(after(registered, drop, look({ otherWorker: 'on' })).drop).toBeUndefined();
  });

  it('waits when another worker is about to come', () => {
    const call = after(registered, drop, look({ otherWorker: 'coming' }));

    expect(call.drop).toMatchObject({ phase: 'suspended' });
    expect(owed(call)).toEqual(['index_open']);
  });

  it('is looked into again when nobody came', () => {
    const call = after(registered, drop, look({ otherWorker: 'coming' }), {
      type: 'did',
      what: 'index_open',
    });

    const later = moment().now + 30_000;
    expect(owed(transition(call, { type: 'tick' }, moment(later)), later)).toEqual(['look']);
  });

  it('of an agent on the telephone ends the call, where only softphones are recovered', () => {
    const call = after(registered, drop, look({ phone: 'telephone' }));
    const onTelephone = after({ ...registered, phone: 'telephone' }, drop, look());

    expect(call.drop).toMatchObject({ phase: 'pinging' });
    expect(onTelephone.drop).toBeUndefined();
    expect(onTelephone.farewell).toBeDefined();
  });

  it('of nobody one knows sends the caller to the queue at once', () => {
    const stranger = after({ ...drop, callSid: THIRD_PARTY }, look());

    expect(stranger.drop).toMatchObject({ phase: 'moving', toWorker: false });
  });
});

describe('the kill switch', () => {
  it('lets a call end with its agent, and leaves Flex’s flags alone', () => {
    const off = { ...moment(), rules: { telephones: false, enabled: false } };
    const flagged = transition(after(registered), { type: 'exit_flag_set', callSid: alice.callSid }, off);

    expect(duties(flagged, off)).toEqual([]);
    const dropped = transition(flagged, drop, off);
    expect(dropped.drop).toBeUndefined();
    expect(duties(dropped, off)).toEqual([{ kind: 'end_if_alone' }]);
  });
});

describe('a leg that Flex lets end the conference', () => {
  it('is owed to be undone while the customer is there, and not before one knows who that is', () => {
    const flag = { type: 'exit_flag_set' as const, callSid: alice.callSid };

    expect(owed(after(flag))).toEqual([]);
    expect(owed(after(registered, flag))).toEqual(['undo_exit_flag', 'watch_flags']);
    expect(owed(after(registered, flag, { type: 'flags_watched' }))).toEqual(['undo_exit_flag']);
    expect(owed(after(registered, flag, { type: 'exit_flag_undone', callSid: alice.callSid }))).toEqual([]);
  });

  it('and that takes the call along before is owed to be counted, once', () => {
    const end = { type: 'conference_ended' as const, byApi: false, endedBy: alice.callSid };
    const lost = after(registered, end);

    expect(owed(lost)).toEqual(['count_unsaved']);
    expect(owed(after(registered, end, { type: 'unsaved_counted' }, end))).toEqual([]);
    expect(owed(after(registered, hangUp, end))).toEqual([]);
  });

  it('may be the customer’s', () => {
    expect(owed(after(registered, { type: 'exit_flag_set', callSid: CUSTOMER }))).toEqual([]);
  });
});
