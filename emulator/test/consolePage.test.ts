import { openConsole } from './openConsole';

describe('the console in a browser', () => {
  const stage = openConsole();

  it('leads to Flex, in a tab of its own for each agent', async () => {
    const link = stage.page.getByRole('link', { name: 'Open Flex as Alice' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(
      `http://alice.localhost:${new URL(stage.twilio.origin).port}/`,
    );
    expect(await link.getAttribute('target')).toBe('flex-alice');
  });

  it('shows what happens, filtered, and holds it back while it is paused', async () => {
    const workspace = stage.twilio.engine.workspace(stage.seeded.workspaceSid);
    const timeline = stage.page.getByRole('region', { name: 'What Twilio saw' });
    await stage.page.getByRole('checkbox', { name: 'Setup' }).check();
    await stage.page.getByLabel('Filter by text').fill('elsewhere');
    workspace.taskQueues.create({ friendlyName: 'Here' });
    workspace.taskQueues.create({ friendlyName: 'Elsewhere' });
    await timeline.getByText('Elsewhere').waitFor();
    expect(await timeline.getByRole('listitem').count()).toBe(1);

    await stage.page.getByRole('button', { name: 'Pause' }).click();
    workspace.taskQueues.create({ friendlyName: 'Elsewhere too' });
    await stage.page.getByRole('button', { name: 'Resume (1 new)' }).click();
    await timeline.getByText('Elsewhere too').waitFor();

    await timeline.getByText('Elsewhere too').click();
    await timeline.getByText('"queue": "Elsewhere too"').waitFor();
  });

  it('throttles until it is switched off, and breaks what comes next', async () => {
    const throttle = stage.page.getByRole('switch', { name: 'TaskRouter throttles (429)' });
    await throttle.click();
    await stage.page.locator('#throttle-taskrouter[aria-checked="true"]').waitFor();
    expect(stage.twilio.faults.list()).toMatchObject([
      { match: { host: 'taskrouter' }, effect: { type: 'status', status: 429 } },
    ]);
    await throttle.click();
    await stage.page.locator('#throttle-taskrouter[aria-checked="false"]').waitFor();
    expect(stage.twilio.faults.list()).toEqual([]);

    stage.twilio.publicHosts.set('greeter-1-dev.twil.io', 'http://127.0.0.1:1');
    await stage.page
      .getByLabel('Next write to')
      .locator('option', { hasText: 'greeter' })
      .waitFor({ state: 'attached' });
    await stage.page.getByLabel('Next write to').selectOption('greeter-1-dev.twil.io');
    await stage.page.getByRole('button', { name: 'Break it' }).click();
    await stage.page.getByText('lost-response at greeter-1-dev.twil.io POST, struck 0 of 1').waitFor();
    await stage.page.getByRole('button', { name: /^Remove: lost-response/ }).click();
    await stage.page.getByText('lost-response at').waitFor({ state: 'detached' });
    expect(stage.twilio.faults.list()).toEqual([]);
  });

  it("switches an agent's network off and on", async () => {
    const network = stage.page.getByRole('switch', { name: 'Network of Alice Adams' });
    await network.click();
    await stage.page
      .locator('[role=switch][aria-label="Network of Alice Adams"][aria-checked="false"]')
      .waitFor();
    await stage.page.getByText('plug pulled').waitFor();
    expect(stage.twilio.networks.isOnline('http://alice.localhost')).toBe(false);
    await network.click();
    await stage.page
      .locator('[role=switch][aria-label="Network of Alice Adams"][aria-checked="true"]')
      .waitFor();
    await stage.page.getByText('no page open').waitFor();
    expect(stage.twilio.networks.isOnline('http://alice.localhost')).toBe(true);
  });

  it('fits a telephone', async () => {
    await stage.page.setViewportSize({ width: 360, height: 740 });
    const width = await stage.page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(360);
  });
});
