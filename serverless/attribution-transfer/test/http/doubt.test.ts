import type { FaultEffect } from '@patchbay/emulator';
import { answerOf } from '@patchbay/shared/testing/functions';
import { CREATE, LIST, openOutage, STORE, THROTTLED } from '../support/httpOutage';
import { answerCall, liveAttributionTasks, type Call } from '../support/scene';
import { stopTime, until } from '../support/stoppedTime';

const time = stopTime();
const { service, input, create, createPatiently, expectFailure } = openOutage({ mode: 'running' });
const WITHIN_MS = 60_000;

/** Longer than a request to Twilio may take, shorter than the function's deadline. */
const GIVEN_UP_MS = 4_200;

const faults = () => service().centre.local.faults;
const struck = (): number =>
  faults()
    .list()
    .reduce((sum, rule) => sum + rule.struck, 0);
/** A page whose pauses are the test's. */
const page = { sleep: (ms: number) => time.pass(ms), now: () => Date.now() };

describe('nobody knows whether Twilio did it', () => {
  it.each<[string, FaultEffect, number]>([
    ['it hangs', { type: 'hang' }, 503],
    ['it hangs after it has done it', { type: 'hang', afterEffect: true }, 201],
    ['it answers with HTML', { type: 'html' }, 503],
    ['it fails after it has done it', { type: 'status-after', status: 500 }, 201],
  ])(
    '%s: one task in the end',
    async (_how, effect, status) => {
      const { centre } = service();
      const call = await answerCall(centre, 'carol');
      faults().add({ match: CREATE, times: 1, effect });

      const answering = create(call);
      await until(() => struck() === 1);
      if (effect.type === 'hang') await time.pass(GIVEN_UP_MS);
      const first = await answering;

      if (status === 201) expect(first.status).toBe(201);
      else expectFailure(first, 503, 'twilio_unavailable');
      const taskSid = await createPatiently(call, page);
      expect(await liveAttributionTasks(centre)).toMatchObject([{ sid: taskSid }]);
    },
    WITHIN_MS,
  );

  it(
    'does not hold up the next request when the look for the task is throttled',
    async () => {
      const call = await answerCall(service().centre, 'carol');
      faults().add({ match: CREATE, times: 1, effect: { type: 'html' } });
      expectFailure(await create(call), 503, 'twilio_unavailable');
      faults().add({ match: LIST, times: 1, effect: { ...THROTTLED, retryAfter: 30 } });
      expectFailure(await create(call), 429, 'throttled');

      const next = await create(call);

      expectFailure(next, 503, 'twilio_unavailable');
      expect(next.headers.get('retry-after')).toBe('5');
    },
    WITHIN_MS,
  );
});

describe('what hangs is given up in time, and nothing is created', () => {
  const expectNextToSucceed = async (call: Call): Promise<void> => {
    faults().clear();
    expect(await liveAttributionTasks(service().centre)).toHaveLength(0);
    const taskSid = await createPatiently(call, page);
    expect(await liveAttributionTasks(service().centre)).toMatchObject([{ sid: taskSid }]);
  };

  it(
    'the store: 503',
    async () => {
      const call = await answerCall(service().centre, 'carol');
      // So that IAM needn't be asked in between.
      await service().post('/attribution-status', { taskSid: call.taskSid });
      faults().add({ match: STORE, effect: { type: 'hang' } });

      const answering = create(call);
      await until(() => struck() === 1);
      await time.pass(GIVEN_UP_MS);
      await until(() => struck() === 2);
      await time.pass(GIVEN_UP_MS);

      expectFailure(await answering, 503, 'store_unavailable');
      await expectNextToSucceed(call);
    },
    WITHIN_MS,
  );

  it(
    'IAM: 503',
    async () => {
      const { centre } = service();
      const call = await answerCall(centre, 'carol');
      const { token } = centre.local.identities.issue({
        token: 'token-of-carol-never-seen-before',
        identity: 'carol',
        roles: ['agent'],
      });
      faults().add({ match: { host: 'iam' }, effect: { type: 'hang' } });

      const request = { ...input(call), Token: token };
      const answering = answerOf(service().post('/create-attribution-task', request, null));
      await until(() => struck() === 1);
      await time.pass(GIVEN_UP_MS);

      expectFailure(await answering, 503, 'identity_unavailable');
      await expectNextToSucceed(call);
    },
    WITHIN_MS,
  );
});
