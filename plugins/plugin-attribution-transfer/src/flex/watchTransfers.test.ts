import { queueSid, reservationSid, workerSid } from '../testing/sids';
import { watchTransfers } from './watchTransfers';

type Manager = Parameters<typeof watchTransfers>[0];

/** Not the SDK's emitter: as much of one as is listened to here. */
function emitter() {
  const listeners = new Map<string, ((about: unknown) => void)[]>();
  const on = (event: string, listener: (about: unknown) => void): void => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  };
  const emit = (event: string, about?: unknown): void => {
    listeners.get(event)?.forEach((listener) => {
      listener(about);
    });
  };
  return { on, once: on, off: (event: string) => listeners.delete(event), emit };
}

/** Not the worker SDK: one call of its worker, and what the SDK would emit. */
function open() {
  const task = Object.assign(emitter(), { transfers: { outgoing: null } });
  const reservation = { sid: reservationSid('call'), task };
  const workerClient = Object.assign(emitter(), { reservations: new Map([['call', reservation]]) });
  const transferTo = (to: string) => {
    const transfer = Object.assign(emitter(), { to });
    task.emit('transferInitiated', transfer);
    return transfer;
  };
  const heard: unknown[] = [];
  const isManager = (manager: object): manager is Manager => 'workerClient' in manager;
  const manager = { workerClient };
  if (!isManager(manager)) throw new Error('no manager');
  const stop = watchTransfers(manager, (...told) => heard.push(told));
  return { transferTo, heard, stop };
}

const call = reservationSid('call');

it.each([
  ['completed', 'completed'],
  ['attemptFailed', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
])('tells of a transfer that is %s how it ended, and to whom it was', (event, how) => {
  const { transferTo, heard } = open();

  transferTo(workerSid('bob')).emit(event);
  transferTo(workerSid('carol')).emit(event);

  expect(heard).toEqual([
    [call, how, workerSid('bob')],
    [call, how, workerSid('carol')],
  ]);
});

it('tells nothing of a transfer to a queue, and nothing once it is stopped', () => {
  const { transferTo, heard, stop } = open();

  transferTo(queueSid('Billing')).emit('completed');
  stop();
  transferTo(workerSid('bob')).emit('completed');

  expect(heard).toEqual([]);
});
