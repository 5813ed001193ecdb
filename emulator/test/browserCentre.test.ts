import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openContactCentre, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { openFlexCentre, type FlexTestCentre } from './flexCentre';

/** Two boots of Flex UI on a machine that does other things as well. */
const BOOTS_MS = 180_000;
const CLICKS_MS = 120_000;

describe('a contact centre in a browser', () => {
  let flex: FlexTestCentre;
  let centre: ContactCentre;
  let alice: FlexTab;
  let sam: FlexTab;

  beforeAll(async () => {
    flex = await openFlexCentre();
    centre = await openContactCentre({ origin: flex.twilio.origin });
    alice = await centre.openFlex('alice');
    sam = await centre.openFlex('sam', { path: '/teams' });
  }, BOOTS_MS);
  afterAll(async () => {
    await centre.close();
    await flex.twilio.stop();
  });

  const workspace = () => flex.twilio.engine.workspace(flex.seeded.workspaceSid);
  const offerTo = (worker: string, name: string) =>
    workspace().tasks.create({
      workflowSid: flex.seeded.workflows['Inbound']!,
      routingTarget: flex.seeded.workers[worker]!,
      attributes: JSON.stringify({ name }),
    });

  it(
    'lets an agent take a task and complete it, and the supervisor sees both',
    async () => {
      const { sid } = offerTo('alice', 'Jane Roe');
      await alice.acceptTask('Jane Roe');
      await sam.page.getByText('Jane Roe').waitFor();
      expect((await centre.state()).tasks.find((task) => task.sid === sid)).toMatchObject({
        status: 'assigned',
      });

      await alice.complete();
      await sam.page.getByText('Jane Roe').waitFor({ state: 'detached' });
      expect(await alice.tasks()).toEqual([]);
      const { workers } = await centre.state();
      expect(workers.find(({ name }) => name === 'alice')?.assigned).toMatchObject({ default: 0 });
    },
    CLICKS_MS,
  );

  it(
    'lets an agent refuse a task',
    async () => {
      const { sid } = offerTo('alice', 'John Doe');
      await alice.rejectTask('John Doe');
      const refused = await centre.until('the reservation is rejected', ({ reservations }) =>
        reservations.find(({ taskSid, status }) => taskSid === sid && status === 'rejected'),
      );
      expect(refused.worker).toBe('alice');
      workspace().tasks.update(sid, { assignmentStatus: 'canceled' });
    },
    CLICKS_MS,
  );

  it(
    "shows an agent's activity to herself and to the supervisor",
    async () => {
      await alice.setActivity('Unavailable');
      expect(await alice.activity()).toBe('Unavailable');
      await sam.page.getByText(/^Unavailable \|/).waitFor();
      await alice.setActivity('Available');
      await sam.page.getByText(/^Unavailable \|/).waitFor({ state: 'detached' });
    },
    CLICKS_MS,
  );

  it(
    'lets the supervisor listen to a call, unheard, and stop',
    async () => {
      const offline = workspace()
        .activities.list()
        .find(({ friendlyName }) => friendlyName === 'Offline');
      for (const name of ['sam', 'ada']) {
        workspace().workers.update(flex.seeded.workers[name]!, { activitySid: offline!.sid });
      }
      const caller = await centre.customer.call({ from: '+15550001111' });
      await alice.acceptTask();
      await caller.until('talks to alice', (call) => JSON.stringify(call['with']) === '["alice"]');

      await sam.page.getByText('+1 555-000-1111').first().click();
      const monitor = sam.page.locator('.Twilio-SupervisorTaskOverviewActions-MonitorButton');
      await monitor.click();
      const heard = await caller.until(
        'sam listens',
        (call) => JSON.stringify(call['with']) === '["alice","sam"]',
      );
      expect(heard['hears']).toMatchObject({ with: ['alice'] });

      await sam.page.getByRole('button', { name: 'Stop Monitoring Call' }).click();
      await caller.until('sam is off', (call) => JSON.stringify(call['with']) === '["alice"]');
      await caller.hangUp();
      await alice.complete();
    },
    CLICKS_MS,
  );

  it(
    'shows the supervisor what waits in the queues',
    async () => {
      await alice.setActivity('Unavailable');
      await sam.setActivity('Unavailable');
      const { sid } = workspace().tasks.create({ workflowSid: flex.seeded.workflows['Inbound']! });
      await sam.goTo('Queues Stats');
      // By what Flex itself names the figures: beside an open panel the table has no roles, and cells hold a figure per channel.
      const waiting = sam
        .byTestId('Waiting-Tasks')
        .locator('[data-queue-name="Support"]')
        .filter({ hasText: /^1$/ })
        .first();
      await waiting.waitFor();
      workspace().tasks.update(sid, { assignmentStatus: 'canceled' });
      await waiting.waitFor({ state: 'detached' });
      await alice.setActivity('Available');
    },
    CLICKS_MS,
  );

  it(
    'keeps the session in a second tab and over a reload',
    async () => {
      const second = await alice.openTab();
      await offeredInBoth(second);
      await second.close();
      await alice.reload();
      expect(await alice.activity()).toBe('Available');
    },
    BOOTS_MS,
  );

  const offeredInBoth = async (second: FlexTab): Promise<void> => {
    const { sid } = offerTo('alice', 'Two Tabs');
    await Promise.all([alice.task('Two Tabs').waitFor(), second.task('Two Tabs').waitFor()]);
    workspace().tasks.update(sid, { assignmentStatus: 'canceled' });
    await alice.task('Two Tabs').waitFor({ state: 'detached' });
  };

  it('leaves nothing to complain about', async () => {
    await centre.expectClean();
  });

  it(
    'pulls the cable of a computer and plugs it in again',
    async () => {
      await alice.dropNetwork();
      expect(await alice.page.evaluate('navigator.onLine')).toBe(false);
      const { sid } = offerTo('alice', 'Nobody Home');
      await alice.restoreNetwork();
      await alice.task('Nobody Home').waitFor();
      workspace().tasks.update(sid, { assignmentStatus: 'canceled' });
      await alice.task('Nobody Home').waitFor({ state: 'detached' });
      // A page of its own that came back is clean again from here on.
      await alice.reload();
      await centre.expectClean(
        (['console error', 'console warning', 'page error'] as const).map((kind) => ({
          kind,
          text: /^alice: /,
          because: 'Flex and its SDKs say that they are cut off',
        })),
      );
    },
    BOOTS_MS,
  );

  it('complains about errors, noise, requests without a route and requests to elsewhere', async () => {
    await alice.page.evaluate("console.warn('a warning'); setTimeout(() => { throw new Error('an error') })");
    await alice.page.evaluate("fetch('https://nothing.twilio.com/v1/Nothing').catch(() => undefined)");
    await alice.page.evaluate("fetch('/_host/nothing.twilio.com/v1/Nothing').catch(() => undefined)");
    await alice.page.evaluate(
      "new Promise((end) => { const image = new Image(); image.onerror = end; image.setAttribute('srcset', 'https://elsewhere.example/x.png') })",
    );
    const complaint: unknown = await centre.expectClean().catch((error: unknown) => error);
    expect(complaint).toBeInstanceOf(Error);
    expect(String(complaint)).toMatch(/console warning: alice: a warning/);
    expect(String(complaint)).toMatch(/page error: alice: Error: an error/);
    expect(String(complaint)).toMatch(/unrouted: GET nothing\.twilio\.com\/v1\/Nothing/);
    expect(String(complaint)).toMatch(/policy violation: .*elsewhere\.example/);
    await centre.expectClean();
  });

  it('writes down what was to be seen when a test failed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'artefacts-'));
    await centre.saveArtefacts(folder);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['alice-1.png', 'alice.console.log', 'sam-1.png', 'journal.json']),
    );
    await rm(folder, { recursive: true });
  });
});
