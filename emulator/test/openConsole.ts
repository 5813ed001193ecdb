import type { Browser, Page } from 'playwright-core';
import { createLocalTwilio, type LocalTwilio, type SeededScenario } from '../src';
import { launchChromium } from '../src/testing/browser/launchChromium';

/** The console of a small contact centre, in a browser. */
export interface ConsoleStage {
  readonly twilio: LocalTwilio;
  readonly seeded: SeededScenario;
  /** Of the test that runs. */
  readonly page: Page;
  /** Opens the console of a local Twilio in the page; resolves when it is live. */
  show(twilio: LocalTwilio): Promise<void>;
  /** The browser itself says of each request that failed that it did: here that was meant to be. */
  dismissFailedRequests(): void;
}

const BOOT_MS = 60_000;
const PATIENCE_MS = 15_000;

/** Opens it for the tests of a suite, a page for each; they fail when the page complains. */
export function openConsole(): ConsoleStage {
  let browser: Browser | undefined;
  let page: Page | undefined;
  let centre: { twilio: LocalTwilio; seeded: SeededScenario } | undefined;
  const complaints: string[] = [];

  const open = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error('The console was not opened');
    return what;
  };
  const stage: ConsoleStage = {
    get twilio() {
      return open(centre).twilio;
    },
    get seeded() {
      return open(centre).seeded;
    },
    get page() {
      return open(page);
    },
    async show(twilio) {
      await stage.page.goto(twilio.origin.replace('127.0.0.1', 'localhost'));
      await stage.page.getByText('Live').waitFor();
    },
    dismissFailedRequests() {
      for (const complaint of complaints.splice(0)) expect(complaint).toContain('Failed to load resource');
    },
  };

  beforeAll(async () => {
    centre = await furnish();
    browser = await launchChromium();
  }, BOOT_MS);
  afterAll(async () => {
    await browser?.close();
    await centre?.twilio.stop();
  });
  beforeEach(async () => {
    page = await open(browser).newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await stage.show(stage.twilio);
  });
  afterEach(async () => {
    await page?.close();
    stage.twilio.faults.clear();
    expect(complaints.splice(0)).toEqual([]);
  });
  return stage;
}

async function furnish(): Promise<{ twilio: LocalTwilio; seeded: SeededScenario }> {
  const twilio = await createLocalTwilio();
  const seeded = await twilio.seed({
    workspace: { friendlyName: 'Small' },
    taskQueues: [{ friendlyName: 'Support', targetWorkers: '1==1' }],
    workflows: [
      { friendlyName: 'Calls', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
    ],
    phoneNumbers: [{ number: '+15550100100', twiml: '<Response><Enqueue workflowSid="Calls"/></Response>' }],
    workers: [{ friendlyName: 'alice', activity: 'Available' }],
    identities: [{ identity: 'alice', worker: 'alice', roles: ['agent'] }],
  });
  twilio.flex.configure({ pages: { alice: { identity: 'alice', label: 'Alice Adams' } } });
  return { twilio, seeded };
}
