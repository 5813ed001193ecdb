import { PEOPLE } from '../../test/world/people';
import {
  after,
  drop,
  hangUp,
  look,
  moment,
  owed,
  ping,
  registered,
  SECOND,
  transferStarted,
} from '../../test/world/sampleCalls';
import { duties } from './duties';
import { transition } from './transition';

const [, bob] = PEOPLE;

const accepted = {
  type: 'accepted' as const,
  workerSid: bob.workerSid,
  name: 'worker 2',
  reservationSid: bob.reservationSid,
};

describe('a ping', () => {
  const pinging = [registered, drop, look(), { type: 'announced' as const }, ping];

  it('that is accepted sends the caller back to the agent', () => {
    const call = after(...pinging, { type: 'ping_accepted', taskSid: ping.taskSid });

    expect(call.drop).toMatchObject({ phase: 'moving', toWorker: true, ping: { state: 'accepted' } });
    expect(owed(call)).toEqual(['close_ping', 'mark_end', 'ready_worker', 'index_open', 'redirect']);
  });

  it('that expires sends the caller to whoever is free', () => {
    const call = after(...pinging, { type: 'ping_expired', taskSid: ping.taskSid });

    expect(call.drop).toMatchObject({ phase: 'moving', toWorker: false, ping: { state: 'expired' } });
    expect(owed(call)).not.toContain('close_ping');
  });

  it('whose end nobody told is looked after', () => {
    const call = after(...pinging);

    expect(owed(call, ping.until + 2_999)).not.toContain('check_ping');
    expect(owed(call, ping.until + 3_000)).toContain('check_ping');
  });

  it('is taken back when another worker comes', () => {
    const call = after(...pinging, accepted);

    expect(call.drop).toMatchObject({ phase: 'suspended', ping: { state: 'canceled' } });
    expect(owed(call)).toEqual(['close_ping', 'index_open']);
  });

  it('is taken back when a transfer begins', () => {
    const call = after(...pinging, transferStarted);

    expect(call.drop).toMatchObject({ phase: 'suspended', ping: { state: 'canceled' } });
  });

  it('that was created while the call ended is not wanted any more', () => {
    const call = after(registered, drop, look(), { type: 'announced' }, hangUp, ping);

    expect(call.drop).toMatchObject({ phase: 'ended', ping: { state: 'canceled' } });
    expect(owed(call)).toContain('close_ping');
  });

  it('that turns up beside the recorded one goes', () => {
    const call = after(...pinging, { ...ping, taskSid: SECOND });

    expect(call.drop?.ping).toMatchObject({ taskSid: ping.taskSid, strays: [SECOND] });
    expect(transition(call, { type: 'ping_accepted', taskSid: SECOND }, moment()).drop?.phase).toBe(
      'pinging',
    );
  });

  it('of an agent who said goodbye after all is taken back, and the call ends', () => {
    const call = after(...pinging, hangUp);

    expect(call.drop).toMatchObject({ phase: 'ended', outcome: 'graceful' });
    expect(owed(call)).toEqual(['end_if_alone', 'close_ping', 'index_end']);
  });

  it('that cannot be had keeps the caller for 45 seconds only', () => {
    const call = after(
      registered,
      drop,
      look(),
      { type: 'ping_absent' },
      { type: 'given_up', mayHavePinged: true, mayHaveRedirected: false },
    );

    const later = moment().now + 45_000;
    expect(transition(call, { type: 'tick' }, moment(later)).drop).toMatchObject({
      phase: 'moving',
      toWorker: false,
    });
  });

  it('whose sender died is searched for before another is sent', () => {
    const call = after(registered, drop, look());
    const heir = { ...moment(moment().now + 15_000), me: 'heir' };

    const taken = transition(call, { type: 'taken_over' }, heir);

    expect(duties(taken, heir).map(({ kind }) => kind)).toContain('check_ping');
    expect(duties(taken, heir).map(({ kind }) => kind)).not.toContain('send_ping');
  });
});
