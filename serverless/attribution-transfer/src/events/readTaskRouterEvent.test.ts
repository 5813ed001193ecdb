import { ORIGINAL, TASK } from '../../test/support/sampleAttempt';
import { readTaskRouterEvent } from './readTaskRouterEvent';

const ours = { task_attributes: JSON.stringify({ attemptId: 'attempt-1', originalTaskSid: ORIGINAL }) };
const cloudEvent = (name: string, payload: object) => ({
  id: 'EZ1',
  type: `com.twilio.taskrouter.${name}`,
  data: { payload },
});
const read = (name: string, payload: object = {}) =>
  readTaskRouterEvent(cloudEvent(name, { task_sid: TASK, ...payload }), false);

describe('an event of an attribution task', () => {
  it.each([
    ['workflow.skipped', {}, 'no_agent'],
    ['task.canceled', { task_age: 1, task_canceled_reason: 'Task canceled on Workflow timeout' }, 'no_agent'],
    ['task.canceled', { task_age: '0' }, 'no_agent'],
    [
      'task.canceled',
      { task_age: 120, task_canceled_reason: 'Task canceled on Workflow timeout' },
      'timed_out',
    ],
    ['task.canceled', { task_canceled_reason: 'Task TTL Exceeded' }, 'timed_out'],
    ['task.canceled', { task_age: 30, task_canceled_reason: 'by hand' }, 'removed'],
    ['task.deleted', {}, 'removed'],
  ])('%s %j: %s', (name, payload, because) => {
    expect(read(name, { ...ours, ...payload })).toMatchObject({
      kind: 'attribution',
      attemptId: 'attempt-1',
      originalTaskSid: ORIGINAL,
      event: { type: 'unanswered', taskSid: TASK, because },
    });
  });
});

describe('an event of another task', () => {
  it.each(['{', '[]', 'null', '{"attemptId":1,"originalTaskSid":"x"}', ''])(
    'is about an original, whatever its attributes hold (%j)',
    (text) => {
      expect(read('task.canceled', { task_attributes: text })).toMatchObject({
        kind: 'original',
        originalTaskSid: TASK,
        event: { type: 'call_ended' },
      });
    },
  );

  it('that says nothing about a transfer is ignored', () => {
    expect(read('reservation.created')).toEqual({ kind: 'ignored' });
    expect(readTaskRouterEvent(cloudEvent('worker.activity.update', {}), false)).toEqual({ kind: 'ignored' });
  });

  it('that ends A’s part is an interruption where disconnect recovery is installed', () => {
    const event = cloudEvent('reservation.wrapup', { task_sid: TASK });
    expect(readTaskRouterEvent(event, true)).toMatchObject({
      event: { type: 'sender_left', recovering: true },
    });
  });
});

it.each([null, 1, 'text', [], {}, { id: 'EZ1' }, cloudEvent('task.created', { task_sid: 'WT1' })])(
  'what is no event is malformed: %j',
  (raw) => {
    expect(readTaskRouterEvent(raw, false).kind).toBe('malformed');
  },
);
