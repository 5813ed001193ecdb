import { newTask, PEOPLE } from '../../test/world/people';
import { readTaskRouterEvent } from './readTaskRouterEvent';

const [alice] = PEOPLE;
const given = { now: 5, dropId: 'a drop', callChannels: ['voice'] };
const stream = (name: string, attributes: object, more: object = {}) => ({
  id: 'EV1',
  time: '2026-11-27T16:00:00.000Z',
  type: `com.twilio.taskrouter.${name}`,
  data: {
    payload: {
      task_sid: newTask(1),
      task_attributes: JSON.stringify(attributes),
      task_channel_unique_name: 'voice',
      worker_sid: alice.workerSid,
      worker_name: 'alice',
      worker_attributes: '{"contact_uri":"client:alice"}',
      reservation_sid: alice.reservationSid,
      ...more,
    },
  },
});
const meaningOf = (raw: unknown): unknown => readTaskRouterEvent(raw, given);

describe('a TaskRouter event', () => {
  it('of a wrap-up may be a drop, of a softphone', () => {
    expect(meaningOf(stream('reservation.wrapup', {}))).toMatchObject({
      meanings: [
        {
          callTaskSid: newTask(1),
          recoveryId: undefined,
          event: { type: 'wrapped_up', phone: 'softphone', at: Date.UTC(2026, 10, 27, 16), dropId: 'a drop' },
        },
      ],
    });
  });

  it('comes as the form of an event callback too', () => {
    const form = {
      EventType: 'reservation.wrapup',
      TimestampMs: '1000',
      TaskSid: newTask(1),
      TaskAttributes: '{}',
      TaskChannelUniqueName: 'voice',
      WorkerSid: alice.workerSid,
      WorkerName: 'alice',
      ReservationSid: alice.reservationSid,
    };
    expect(meaningOf(form)).toMatchObject({
      meanings: [
        { callTaskSid: newTask(1), event: { type: 'wrapped_up', at: 1_000, workerSid: alice.workerSid } },
      ],
    });
  });

  it('of a ping is about the call it pings for', () => {
    const ping = { disconnectedTaskSid: newTask(9), recoveryId: 'a recovery' };

    expect(meaningOf(stream('reservation.accepted', ping))).toMatchObject({
      meanings: [
        {
          callTaskSid: newTask(9),
          recoveryId: 'a recovery',
          event: { type: 'ping_accepted', taskSid: newTask(1) },
        },
      ],
    });
    expect(meaningOf(stream('task.canceled', ping))).toMatchObject({
      meanings: [{ event: { type: 'ping_expired', taskSid: newTask(1) } }],
    });
    expect(meaningOf(stream('reservation.wrapup', ping))).toEqual({ kind: 'ignored' });
  });

  it('of a reconnect task is about the call it brings back, and about its own', () => {
    const line = { recoveredTaskSid: newTask(9), recoveryId: 'a recovery' };

    expect(meaningOf(stream('reservation.accepted', line))).toMatchObject({
      meanings: [
        { callTaskSid: newTask(9), event: { type: 'taken', workerSid: alice.workerSid } },
        { callTaskSid: newTask(1), event: { type: 'accepted' } },
      ],
    });
    expect(meaningOf(stream('task-queue.entered', line))).toMatchObject({
      meanings: [{ callTaskSid: newTask(9), event: { type: 'queued', taskSid: newTask(1) } }],
    });
  });

  it.each([
    ['another channel', stream('reservation.wrapup', {}, { task_channel_unique_name: 'chat' })],
    ['an event of no interest', stream('task.updated', {})],
    ['no task', stream('reservation.wrapup', {}, { task_sid: undefined })],
  ])('of %s means nothing', (_what, raw) => {
    expect(meaningOf(raw)).toEqual({ kind: 'ignored' });
  });

  it.each([null, 'text', {}, { type: 'com.twilio.taskrouter.x', id: 'EV2' }])(
    'that nobody can read is %j',
    (raw) => {
      expect(meaningOf(raw)).toMatchObject({ kind: 'malformed' });
    },
  );

  it('reads attributes that are no JSON as none', () => {
    expect(meaningOf(stream('reservation.wrapup', {}, { task_attributes: '{' }))).toMatchObject({
      kind: 'means',
    });
  });
});
