import { eventName, TaskRouterCloudEvent } from './event';

const event = (payload: object, type = 'com.twilio.taskrouter.reservation.accepted') => ({
  specversion: '1.0',
  id: 'EZ1',
  type,
  data: { name: 'x', payload },
});

describe('a TaskRouter event', () => {
  it('is read from its envelope, whatever else that holds', () => {
    const parsed = TaskRouterCloudEvent.parse(event({ worker_sid: `WK${'1'.repeat(32)}`, unheard_of: 1 }));

    expect(eventName(parsed)).toBe('reservation.accepted');
    expect(parsed.data.payload).toEqual({ worker_sid: `WK${'1'.repeat(32)}` });
  });

  it.each([
    ['of another product', event({}, 'com.twilio.voice.insights.call-summary.complete')],
    ['with a SID that is none', event({ task_sid: 'WT1' })],
    ['without data', { id: 'EZ1', type: 'com.twilio.taskrouter.task.created' }],
    ['that is a list', []],
    ['that is nothing', null],
  ])('%s is refused', (_what, raw) => {
    expect(TaskRouterCloudEvent.safeParse(raw).success).toBe(false);
  });
});
