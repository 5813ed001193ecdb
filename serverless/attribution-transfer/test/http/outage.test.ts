import type { FaultEffect, FaultMatch } from '@patchbay/emulator';
import { CREATE, openOutage, READ, STORE, THROTTLED } from '../support/httpOutage';
import { answerCall, liveAttributionTasks } from '../support/scene';

// Time runs as it does for the service: Twilio's limits are per second, and a throttled request waits.
const { service, create, createPatiently, expectFailure } = openOutage({ mode: 'running' });
const WITHIN_MS = 60_000;

describe('Twilio does not do what it is asked', () => {
  it.each<[string, FaultMatch, FaultEffect, number, string]>([
    ['refuses the create', CREATE, { type: 'status', status: 400, code: 20001 }, 500, 'twilio_refused'],
    ['does not know us', CREATE, { type: 'status', status: 401, code: 20003 }, 500, 'twilio_refused'],
    ['throttles', CREATE, THROTTLED, 429, 'throttled'],
    ['throttles for long', CREATE, { ...THROTTLED, retryAfter: 30 }, 429, 'throttled'],
    ['cannot be reached', READ, { type: 'refuse' }, 503, 'twilio_unavailable'],
    ['answers a read with HTML', READ, { type: 'html' }, 503, 'twilio_unavailable'],
    ['answers a read with HTML and 200', READ, { type: 'html', status: 200 }, 503, 'twilio_unavailable'],
    ['throttles the store', STORE, { ...THROTTLED, retryAfter: 30 }, 503, 'store_unavailable'],
    ['has no store', STORE, { type: 'html', status: 503 }, 503, 'store_unavailable'],
  ])(
    '%s: says so, creates nothing, and the next request succeeds',
    async (_how, match, effect, status, code) => {
      const { centre } = service();
      const call = await answerCall(centre, 'carol');
      centre.local.faults.add({ match, effect });

      const answer = await create(call);
      centre.local.faults.clear();

      expectFailure(answer, status, code);
      expect(answer.headers.has('retry-after')).toBe(status !== 500);
      expect(await liveAttributionTasks(centre)).toHaveLength(0);
      const taskSid = await createPatiently(call);
      expect(await liveAttributionTasks(centre)).toMatchObject([{ sid: taskSid }]);
    },
    WITHIN_MS,
  );

  it(
    'passes on how long Twilio asks to wait',
    async () => {
      const { centre } = service();
      const call = await answerCall(centre, 'carol');
      centre.local.faults.add({ match: CREATE, effect: { ...THROTTLED, retryAfter: 30 } });

      expect((await create(call)).headers.get('retry-after')).toBe('30');
    },
    WITHIN_MS,
  );
});
