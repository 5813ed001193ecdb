import type { FailureCode } from '@patchbay/shared/contracts';
import type { Scene } from '../openScenes';
import { failedRequest, lookUp, panelOf, taskSid } from '../show';

const A = taskSid('a');

/** A lookup that does not go well. */
export function trouble(scene: Scene): void {
  scene(
    'Flex Insights does not know the task',
    async ({ alice, service }) => {
      service.answer(A, { fails: 'not_found' });
      await lookUp(alice, A);
      await panelOf(alice).getByText('Flex Insights does not know this task').waitFor();
      await panelOf(alice).getByText('30 to 60 minutes after the task').waitFor();
      expect(service.asked).toHaveLength(1);
    },
    [failedRequest('the service answers 404')],
  );

  const busy: readonly FailureCode[] = ['throttled', 'insights_unavailable'];
  for (const fails of busy) {
    scene(
      `${fails}: it takes longer, no sooner than asked for`,
      async ({ alice, service }) => {
        service.answer(A, { fails, retryAfterSeconds: 1 }, { segmentIds: ['123456'] });
        await lookUp(alice, A);
        const askedAt = performance.now();
        await panelOf(alice).getByText('Flex Insights is busy. Trying again…').waitFor();
        await panelOf(alice).getByText('Found 1 segment ID(s):').waitFor();
        expect(performance.now() - askedAt).toBeGreaterThan(900);
        expect(service.asked).toHaveLength(2);
      },
      [failedRequest('the service sends the page away for a second')],
    );
  }

  scene(
    'it is busy for longer than anybody waits: when to come back is said',
    async ({ alice, service }) => {
      service.answer(A, { fails: 'insights_unavailable', retryAfterSeconds: 90 });
      await lookUp(alice, A);
      await panelOf(alice).getByText('Flex Insights is busy. Try again in 90 seconds.').waitFor();
      expect(service.asked).toHaveLength(1);
    },
    [failedRequest('the service answers 503')],
  );

  scene(
    'the Flex token has expired',
    async ({ alice, service }) => {
      service.answer(A, { fails: 'token_refused' });
      await lookUp(alice, A);
      await panelOf(alice).getByText('Your Flex session has ended. Log in to Flex again.').waitFor();
      expect(service.asked).toHaveLength(1);
    },
    [failedRequest('the service answers 403')],
  );

  scene(
    'Flex Insights refuses the service: it is asked once, and an administrator can find it',
    async ({ alice, service }) => {
      service.answer(A, { fails: 'insights_refused' });
      await lookUp(alice, A);
      await panelOf(alice).getByText('Flex Insights does not let the lookup service in.').waitFor();
      await panelOf(alice).getByText('Reference for your administrator: fake-request-').waitFor();
      expect(service.asked).toHaveLength(1);
    },
    [failedRequest('the service answers 502')],
  );

  scene(
    'the service is down, and comes back',
    async ({ alice, service }) => {
      service.answer(A, { segmentIds: ['123456'] });
      await alice.page.route(`${service.origin}/**`, (route) => route.abort('connectionrefused'));
      await lookUp(alice, A);
      await panelOf(alice).getByText('The lookup service does not answer. Trying again…').waitFor();
      await panelOf(alice).getByText('Check your connection and try again.').waitFor();

      await alice.page.unroute(`${service.origin}/**`);
      await panelOf(alice).getByRole('button', { name: 'Look up again' }).click();
      await panelOf(alice).getByText('Found 1 segment ID(s):').waitFor();
    },
    [failedRequest('the service is down')],
  );
}
