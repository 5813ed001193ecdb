import { taskSid, workerSid } from '@patchbay/plugin-kit/testing';
import { readOffer, readPing, readRecovered } from './readOffer';

const me = workerSid('alice');
const other = workerSid('bob');
const dropped = taskSid('dropped');
const ping = { disconnectedTaskSid: dropped, disconnectedWorkerSid: me };
const reconnect = { isReconnect: true, targetWorkerSid: me, recoveredTaskSid: dropped };

describe('what a page takes by itself', () => {
  it('is the ping for its own agent', () => {
    expect(readOffer(ping, me)).toEqual({ kind: 'ping', droppedTaskSid: dropped });
    expect(readOffer(ping, other)).toBeUndefined();
    expect(readOffer(ping, undefined)).toBeUndefined();
  });

  it('is the caller who is brought back to its own agent', () => {
    expect(readOffer(reconnect, me)).toEqual({ kind: 'reconnect', droppedTaskSid: dropped });
    expect(readOffer(reconnect, other)).toBeUndefined();
    expect(readOffer({ ...reconnect, recoveredTaskSid: undefined }, me)?.kind).toBe('reconnect');
  });

  it.each([
    ['a call', { language: 'en' }],
    ['a call that goes to this agent for another reason', { targetWorkerSid: me }],
    ['a caller nobody is meant for', { isReconnect: true }],
    ['a caller who says so in text', { isReconnect: 'true', targetWorkerSid: me }],
    ['a ping about nothing', { disconnectedWorkerSid: me, disconnectedTaskSid: 'WT1' }],
  ])('is never %s', (_what, attributes) => {
    expect(readOffer(attributes, me)).toBeUndefined();
  });
});

it('knows a ping whoever it is for, and the call another one was before', () => {
  expect(readPing(ping)).toEqual(ping);
  expect(readPing(null)).toBeUndefined();
  expect(readRecovered({ recoveredTaskSid: dropped })).toBe(dropped);
  expect(readRecovered({ recoveredTaskSid: 7 })).toBeUndefined();
});
