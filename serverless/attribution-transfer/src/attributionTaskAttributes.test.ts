import { requested, QUEUE, A_RESERVATION, ORIGINAL, A } from '../test/support/sampleAttempt';
import { attributionTaskAttributes, forwardAttributes } from './attributionTaskAttributes';

it('an attribution task carries what routing, B’s screen and events need, and is never an abandoned conversation', () => {
  const about = { transferringWorkerName: 'carol', forwarded: { name: 'A caller' } };

  expect(attributionTaskAttributes(requested(), about)).toEqual({
    type: 'attribution',
    affiliation: 'BPO_A',
    attemptId: 'attempt-1',
    originalTaskSid: ORIGINAL,
    mode: 'WARM',
    transferringWorkerSid: A,
    transferringWorkerName: 'carol',
    requestedAt: '1970-01-01T00:16:40.000Z',
    transfer_task: {
      sid: A_RESERVATION,
      taskSid: ORIGINAL,
      targetSid: QUEUE,
      attributes: { name: 'A caller' },
    },
    conversations: { kind: 'Attribution', abandoned: 'No' },
  });
});

describe('the forwarded attributes', () => {
  it('are the named ones, as long as they are plain values', () => {
    const attributes = { name: 'A caller', vip: true, tries: 2, from: '+15550100', nested: { secret: 1 } };

    expect(forwardAttributes(attributes, ['name', 'vip', 'tries', 'nested', 'absent'])).toEqual({
      name: 'A caller',
      vip: true,
      tries: 2,
    });
  });

  it('never reach into what every object has', () => {
    expect(forwardAttributes({}, ['constructor', '__proto__', 'toString'])).toEqual({});
  });
});
