import { createLocalTwilio, type LocalTwilio } from '../src';
import { openConsole } from './openConsole';

describe('the console of a local Twilio that was started anew', () => {
  const stage = openConsole();
  const started: LocalTwilio[] = [];
  afterEach(() => Promise.all(started.splice(0).map((twilio) => twilio.stop())));

  /** One whose queue and workflow bear this name. */
  const start = async (name: string, port = 0): Promise<LocalTwilio> => {
    const twilio = await createLocalTwilio({ port });
    started.push(twilio);
    await twilio.seed({
      workspace: { friendlyName: 'Small' },
      taskQueues: [{ friendlyName: name }],
      workflows: [
        { friendlyName: name, configuration: { task_routing: { default_filter: { queue: name } } } },
      ],
    });
    return twilio;
  };

  it('shows what that has, at once, and nothing of the one before', async () => {
    const { page } = stage;
    const timeline = page.getByRole('region', { name: 'What Twilio saw' });
    const before = await start('Before');
    await stage.show(before);
    await page.getByRole('checkbox', { name: 'Setup' }).check();
    await timeline.getByText('Before').first().waitFor();

    await before.stop();
    await page.getByText('Not reachable, trying again').waitFor();
    await start('After', Number(new URL(before.origin).port));

    await timeline.getByText('After').first().waitFor();
    await page.locator('#chat-workflow option', { hasText: 'After' }).waitFor({ state: 'attached' });
    expect(await timeline.getByText('Before').count()).toBe(0);
    expect(await page.getByRole('alert').isHidden()).toBe(true);
    stage.dismissFailedRequests();
  });
});
