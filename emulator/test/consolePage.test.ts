import type { Browser, Page } from 'playwright-core';
import { createLocalTwilio, type LocalTwilio, type SeededScenario } from '../src';
import { launchChromium } from '../src/testing/browser/launchChromium';

const BOOT_MS = 60_000;

describe('the console in a browser', () => {
  let browser: Browser;
  let page: Page;
  let twilio: LocalTwilio;
  let seeded: SeededScenario;
  const complaints: string[] = [];

  beforeAll(async () => {
    twilio = await createLocalTwilio();
    seeded = await twilio.seed({
      workspace: { friendlyName: 'Small' },
      taskQueues: [{ friendlyName: 'Support', targetWorkers: '1==1' }],
      workflows: [
        { friendlyName: 'Calls', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
      ],
      phoneNumbers: [
        { number: '+15550100100', twiml: '<Response><Enqueue workflowSid="Calls"/></Response>' },
      ],
      workers: [{ friendlyName: 'alice', activity: 'Available' }],
      identities: [{ identity: 'alice', worker: 'alice', roles: ['agent'] }],
    });
    twilio.flex.configure({ pages: { alice: { identity: 'alice', label: 'Alice Adams' } } });
    browser = await launchChromium();
  }, BOOT_MS);
  afterAll(async () => {
    await browser.close();
    await twilio.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(twilio.origin.replace('127.0.0.1', 'localhost'));
    await page.getByText('Live').waitFor();
  });
  afterEach(async () => {
    await page.close();
    twilio.faults.clear();
    expect(complaints.splice(0)).toEqual([]);
  });

  it('leads to Flex, in a tab of its own for each agent', async () => {
    const link = page.getByRole('link', { name: 'Open Flex as Alice' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`http://alice.localhost:${new URL(twilio.origin).port}/`);
    expect(await link.getAttribute('target')).toBe('flex-alice');
  });

  it('plays a customer who calls, and tells what they hear', async () => {
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Jane Roe');
    await page.getByRole('button', { name: 'Place a call' }).click();

    await page.getByText('in-progress, hears music').waitFor();
    await page.getByText('Offered to alice').waitFor();
    await page.getByRole('button', { name: 'Hang up: Jane Roe' }).click();
    await page.getByText('The task is canceled').waitFor();

    const [task] = twilio.engine.workspace(seeded.workspaceSid).tasks.list();
    expect(JSON.parse(task?.attributes ?? '')).toMatchObject({ name: 'Jane Roe' });
  });

  it('plays a customer who chats', async () => {
    await page.getByRole('button', { name: 'Start a chat' }).click();
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByText('Hello, can you help me?').waitFor();
    await page.getByRole('textbox', { name: 'Message', exact: true }).last().fill('It is about my bill.');
    await page.getByRole('button', { name: 'Send' }).click();
    await log.getByText('It is about my bill.').waitFor();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('Casey Jones ended').waitFor();
  });

  it('shows what happens, filtered, and holds it back while it is paused', async () => {
    const workspace = twilio.engine.workspace(seeded.workspaceSid);
    const timeline = page.getByRole('region', { name: 'What Twilio saw' });
    await page.getByRole('checkbox', { name: 'Setup' }).check();
    await page.getByLabel('Filter by text').fill('elsewhere');
    workspace.taskQueues.create({ friendlyName: 'Here' });
    workspace.taskQueues.create({ friendlyName: 'Elsewhere' });
    await timeline.getByText('Elsewhere').waitFor();
    expect(await timeline.getByRole('listitem').count()).toBe(1);

    await page.getByRole('button', { name: 'Pause' }).click();
    workspace.taskQueues.create({ friendlyName: 'Elsewhere too' });
    await page.getByRole('button', { name: 'Resume (1 new)' }).click();
    await timeline.getByText('Elsewhere too').waitFor();

    await timeline.getByText('Elsewhere too').click();
    await timeline.getByText('"queue": "Elsewhere too"').waitFor();
  });

  it('throttles until it is switched off, and breaks what comes next', async () => {
    const throttle = page.getByRole('switch', { name: 'TaskRouter throttles (429)' });
    await throttle.click();
    await page.locator('#throttle-taskrouter[aria-checked="true"]').waitFor();
    expect(twilio.faults.list()).toMatchObject([
      { match: { host: 'taskrouter' }, effect: { type: 'status', status: 429 } },
    ]);
    await throttle.click();
    await page.locator('#throttle-taskrouter[aria-checked="false"]').waitFor();
    expect(twilio.faults.list()).toEqual([]);

    twilio.publicHosts.set('greeter-1-dev.twil.io', 'http://127.0.0.1:1');
    await page
      .getByLabel('Next write to')
      .locator('option', { hasText: 'greeter' })
      .waitFor({ state: 'attached' });
    await page.getByLabel('Next write to').selectOption('greeter-1-dev.twil.io');
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.getByText('lost-response at greeter-1-dev.twil.io POST, struck 0 of 1').waitFor();
    await page.getByRole('button', { name: /^Remove: lost-response/ }).click();
    await page.getByText('lost-response at').waitFor({ state: 'detached' });
    expect(twilio.faults.list()).toEqual([]);
  });

  it("switches an agent's network off and on", async () => {
    const network = page.getByRole('switch', { name: 'Network of Alice Adams' });
    await network.click();
    await page.locator('[role=switch][aria-label="Network of Alice Adams"][aria-checked="false"]').waitFor();
    expect(twilio.networks.isOnline('http://alice.localhost')).toBe(false);
    await network.click();
    await page.locator('[role=switch][aria-label="Network of Alice Adams"][aria-checked="true"]').waitFor();
    expect(twilio.networks.isOnline('http://alice.localhost')).toBe(true);
  });

  it('fits a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(360);
  });
});
