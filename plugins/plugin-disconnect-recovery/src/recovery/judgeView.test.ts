import { workerSid } from '@patchbay/plugin-kit/testing';
import { recoveryView, reconnected } from '../testing/recoveryView';
import { isAbout, judgeView } from './judgeView';

it.each([
  ['nobody dropped', null, false, 'none'],
  ['the agent is asked back', recoveryView(), false, 'waiting'],
  ['it is being looked at', recoveryView({ phase: 'examining', ping: 'none' }), false, 'waiting'],
  [
    'a colleague may have the caller',
    recoveryView({ phase: 'suspended', ping: 'canceled' }),
    false,
    'suspended',
  ],
  ['the caller is on the way back', recoveryView({ phase: 'moving', ping: 'accepted' }), false, 'waiting'],
  ['the caller waits for this agent', recoveryView({ phase: 'queued', ping: 'accepted' }), false, 'waiting'],
  ['nobody answered in time', recoveryView({ phase: 'moving', ping: 'expired' }), false, 'elsewhere'],
  ['the caller waits for anybody', recoveryView({ phase: 'queued', ping: 'expired' }), false, 'elsewhere'],
  ['the agent is back', reconnected(), true, 'back'],
  ['a colleague has the caller', reconnected({ outcome: 'taken_over' }), false, 'elsewhere'],
  ['the agent got the caller as anybody might', reconnected({ outcome: 'taken_over' }), true, 'back'],
  ['the customer hung up', reconnected({ outcome: 'hung_up' }), false, 'hung_up'],
  ['the agent had hung up', reconnected({ outcome: 'graceful' }), false, 'none'],
  ['somebody ended the call', reconnected({ outcome: 'closed' }), false, 'ended'],
] as const)('when %s', (_when, view, isMine, verdict) => {
  expect(judgeView(view, isMine)).toBe(verdict);
});

it.each([
  ['who dropped', 'alice', true],
  ['who had the call afterwards', 'bob', false],
] as const)('is about the agent %s: %s, %s', (_who, name, expected) => {
  expect(isAbout(workerSid(name), recoveryView())).toBe(expected);
});

it('may be about anybody until it is known who dropped', () => {
  expect(isAbout(workerSid('bob'), recoveryView({ workerSid: null }))).toBe(true);
});
