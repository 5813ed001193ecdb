import { CUSTOMER, PEOPLE } from '../../test/world/people';
import { after, drop, look, moment, owed, ping, registered, SECOND } from '../../test/world/sampleCalls';
import { duties } from './duties';
import { transition } from './transition';

const [alice, bob] = PEOPLE;

describe('a caller on the way', () => {
  const moving = [
    registered,
    drop,
    look(),
    { type: 'announced' as const },
    ping,
    { type: 'ping_accepted' as const, taskSid: ping.taskSid },
  ];
  const queued = [...moving, { type: 'queued' as const, taskSid: SECOND }];

  it('frees the agent only when in the queue', () => {
    expect(owed(after(...moving))).not.toContain('free_reservation');
    expect(owed(after(...queued))).toContain('free_reservation');
  });

  it('who goes to anybody frees the dropped agent only when Offline, or when somebody has the caller', () => {
    const toAnybody = [
      registered,
      drop,
      look(),
      { type: 'announced' as const },
      ping,
      { type: 'ping_expired' as const, taskSid: ping.taskSid },
    ];
    const ready = (setOffline: boolean) => ({ type: 'worker_ready' as const, available: false, setOffline });
    const arrived = { type: 'queued' as const, taskSid: SECOND };

    expect(owed(after(...toAnybody, ready(false), arrived))).not.toContain('free_reservation');
    expect(owed(after(...toAnybody, ready(true), arrived))).toContain('free_reservation');
    expect(
      owed(
        after(...toAnybody, ready(false), arrived, {
          type: 'taken',
          taskSid: SECOND,
          workerSid: bob.workerSid,
        }),
      ),
    ).toContain('free_reservation');
  });

  it('looks like one who hangs up, and is not taken for that', () => {
    const call = after(...moving);

    expect(transition(call, { ...drop, callSid: CUSTOMER, why: 'moved' }, moment())).toBe(call);
    expect(transition(call, { type: 'conference_ended', byApi: false }, moment())).toBe(call);
  });

  it('is with the same agent again', () => {
    const call = after(...queued, { type: 'taken', taskSid: SECOND, workerSid: alice.workerSid });

    expect(call.drop).toMatchObject({ phase: 'ended', outcome: 'reconnected', receiverSid: alice.workerSid });
    expect(owed(call)).toContain('clear_flags');
  });

  it('is with another agent', () => {
    const call = after(...queued, { type: 'taken', taskSid: SECOND, workerSid: bob.workerSid });

    expect(call.drop).toMatchObject({ outcome: 'taken_over', receiverSid: bob.workerSid });
  });

  it('gives up in the queue', () => {
    expect(after(...queued, { type: 'line_left', taskSid: SECOND }).drop).toMatchObject({
      outcome: 'hung_up',
    });
  });

  it('whose sender died is looked for before being sent again', () => {
    const heir = { ...moment(moment().now + 15_000), me: 'heir' };

    expect(duties(after(...moving), heir).map(({ kind }) => kind)).toContain('check_redirect');
    expect(duties(after(...moving), heir).map(({ kind }) => kind)).not.toContain('redirect');
  });

  it('whose arrival nobody told is searched for', () => {
    const sent = after(...moving, { type: 'redirected' });

    expect(owed(sent, moment().now + 14_999)).not.toContain('find_line');
    expect(owed(sent, moment().now + 15_000)).toContain('find_line');
  });

  it('is looked after in the queue once a minute', () => {
    expect(owed(after(...queued), moment().now + 60_000)).toContain('check_line');
  });

  it('has an end after which nothing is owed', () => {
    const all = [
      'mark_drop',
      'index_open',
      'close_ping',
      'mark_end',
      'ready_worker',
      'free_reservation',
      'clear_flags',
      'index_end',
    ] as const;
    const call = after(
      ...queued,
      { type: 'taken', taskSid: SECOND, workerSid: alice.workerSid },
      ...all.map((what) => ({ type: 'did' as const, what })),
    );

    expect(owed(call, moment().now + 3_600_000)).toEqual([]);
  });
});

describe('others on the call', () => {
  const together = [
    registered,
    drop,
    look({ others: true }),
    { type: 'announced' as const },
    ping,
    { type: 'ping_accepted' as const, taskSid: ping.taskSid },
    { type: 'queued' as const, taskSid: SECOND },
    { type: 'taken' as const, taskSid: SECOND, workerSid: alice.workerSid },
  ];

  it('follow when the agent is in the new conference', () => {
    expect(owed(after(...together))).not.toContain('move_others');
    expect(owed(after(...together, { type: 'arrived' }))).toContain('move_others');
  });

  it('are looked after by the scheduler until they have', () => {
    const arrived = after(...together, { type: 'arrived' });

    expect(owed(arrived)).not.toContain('index_end');
    expect(owed(transition(arrived, { type: 'did', what: 'move_others' }, moment()))).toContain('index_end');
  });

  it('follow with the accept when the agent was there before it was told', () => {
    const early = after(...together.slice(0, -1), { type: 'arrived' });

    expect(owed(early)).not.toContain('move_others');
    const taken = { type: 'taken' as const, taskSid: SECOND, workerSid: alice.workerSid };
    expect(owed(transition(early, taken, moment()))).toContain('move_others');
  });

  it('follow ten seconds later when no page says so', () => {
    const later = moment().now + 10_000;
    expect(owed(transition(after(...together), { type: 'tick' }, moment(later)), later)).toContain(
      'move_others',
    );
  });
});
