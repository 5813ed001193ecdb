import { formOf } from '../kernel/parameters';
import type { Route } from '../kernel/route';
import { invalid } from '../kernel/twilioError';
import { latestVersionOf, TEST_EVENT_TYPE } from './catalogue';
import type { EventStreams } from './eventStreams';
import { findSink } from './sinkRoutes';
import { toCloudEvent } from './toCloudEvent';

/** `/v1/Sinks/{Sid}/Test` sends a test event whatever is subscribed; `/Validate` takes the `test_id` it carried. */
export function sinkTestRoutes(streams: EventStreams): readonly Route[] {
  const { clock, random } = streams.context;
  return [
    {
      method: 'POST',
      pattern: '/v1/Sinks/:sinkSid/Test',
      handle: (request) => {
        const sink = findSink(streams, request);
        const testId = random.sid('');
        sink.lastTestId = testId;
        const event = {
          id: random.sid('EZ'),
          type: TEST_EVENT_TYPE,
          source: sink.sid,
          at: clock.now(),
          data: { test_id: testId },
        };
        sink.delivery.enqueue(toCloudEvent(event, latestVersionOf(TEST_EVENT_TYPE)));
        return { status: 201, body: { result: 'submitted' } };
      },
    },
    {
      method: 'POST',
      pattern: '/v1/Sinks/:sinkSid/Validate',
      handle: (request) => {
        const sink = findSink(streams, request);
        if (formOf(request).requiredText('TestId') !== sink.lastTestId) throw invalid('TestId is not valid');
        return { status: 201, body: { result: 'valid' } };
      },
    },
  ];
}
