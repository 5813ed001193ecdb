import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContactCentre, type Allowance, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { createAdminClient } from '../src/testing/browser/adminClient';
import { waitUntil } from '../src/testing/browser/waitUntil';
import { FLEX_SCENARIO } from './flexCentre';

// Loading Flex UI takes seconds, so one tab is shared and reloaded by all that can share it.
const PATIENCE_MS = 90_000;

let centre: ContactCentre;
let alice: FlexTab;
let folder: string;
let pluginFile: string;

/** A plugin as `flex-plugin build` leaves it: a script that hands its class to Flex UI's loader. */
const pluginSource = (mark: string): string =>
  `Twilio.Flex.Plugins.init(class { constructor() { this.name = 'plugin-mark'; }
     init(flex, manager) { window.pluginMark = '${mark} for ' + manager.user.identity; } });`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flex-boot-'));
  pluginFile = join(folder, 'plugin-mark.js');
  await writeFile(pluginFile, pluginSource('first'));
  centre = await openContactCentre({
    scenario: FLEX_SCENARIO,
    flex: { plugins: [{ name: 'plugin-mark', version: '1.0.0', file: pluginFile }] },
  });
  alice = await centre.openFlex('alice');
}, PATIENCE_MS);
afterAll(async () => {
  await centre.close();
  await rm(folder, { recursive: true });
});

const storedToken = (tab: FlexTab): Promise<unknown> =>
  tab.page.evaluate("JSON.parse(localStorage.getItem('TWILIO_FLEX_SSO') ?? '{}').token");
const identityIn = (tab: FlexTab): Promise<unknown> =>
  tab.page.evaluate('Twilio.Flex.Manager.getInstance().user.identity');
const canSeeTeams = (tab: FlexTab): Promise<unknown> =>
  tab.page.evaluate('Twilio.Flex.Manager.getInstance().user.permissions.teamsView');

/** Flex UI writes its own redirection to a log as an error. */
const REDIRECTING: Allowance = {
  kind: 'console error',
  text: /Login: Browser error: redirecting/,
  because: 'Flex UI leaves for the sign-in page by an error',
};

describe('the real Flex UI', () => {
  afterEach(async () => {
    await centre.expectClean([REDIRECTING]);
  });

  it('is signed in and available for an agent, who sees no teams', async () => {
    await expect(alice.activity()).resolves.toBe('Available');
    await expect(identityIn(alice)).resolves.toBe('alice');
    await expect(canSeeTeams(alice)).resolves.toBe(false);
  });

  it(
    'is signed in and available for a supervisor, who sees the teams',
    async () => {
      const sam = await centre.openFlex('sam', { path: '/teams' });

      await expect(sam.activity()).resolves.toBe('Available');
      await expect(identityIn(sam)).resolves.toBe('sam');
      await expect(canSeeTeams(sam)).resolves.toBe(true);
      await sam.close();
    },
    PATIENCE_MS,
  );

  it(
    'is signed in and available for an admin, who logs out and signs in again without leaving the machine',
    async () => {
      const ada = await centre.openFlex('ada');
      await expect(ada.activity()).resolves.toBe('Available');
      await expect(identityIn(ada)).resolves.toBe('ada');

      await ada.page.evaluate("void Twilio.Flex.Actions.invokeAction('Logout', { forceLogout: true })");
      const again = ada.byTestId('Twilio-LoginFormView-LoginButton');
      await again.waitFor();
      expect(await storedToken(ada)).toBeUndefined();
      await again.click();
      await ada.byTestId('activity-dropdown-button').waitFor({ timeout: PATIENCE_MS });

      expect(await storedToken(ada)).toEqual(expect.any(String));
      expect(new URL(ada.page.url()).hostname).toBe('ada.localhost');
      await ada.close();
    },
    2 * PATIENCE_MS,
  );

  it(
    'keeps its session over a reload, and loads plugins as they were rebuilt',
    async () => {
      const token = await storedToken(alice);
      expect(await alice.page.evaluate('window.pluginMark')).toBe('first for alice');

      await writeFile(pluginFile, pluginSource('second'));
      await alice.reload();

      expect(await storedToken(alice)).toBe(token);
      expect(await alice.page.evaluate('window.pluginMark')).toBe('second for alice');
    },
    PATIENCE_MS,
  );

  it(
    'leaves behind the token of an earlier local Twilio',
    async () => {
      const good = await storedToken(alice);
      await alice.page.evaluate(
        "localStorage.setItem('TWILIO_FLEX_SSO', JSON.stringify({ token: 'old', identity: 'alice', roles: ['agent'] }))",
      );

      await alice.reload();

      expect(await storedToken(alice)).toBe(good);
    },
    PATIENCE_MS,
  );

  it('ends a link that leads off this machine on a page that names it', async () => {
    const opened = alice.page.context().waitForEvent('page');

    await alice.page.evaluate(
      "document.body.insertAdjacentHTML('beforeend', '<a id=out href=https://www.twilio.com/docs?a=1 target=_blank>x</a>');" +
        "document.getElementById('out').click()",
    );
    const page = await opened;

    await page.getByText('https://www.twilio.com/docs?a=1').waitFor();
    expect(new URL(page.url()).hostname).toBe('alice.localhost');
    await page.close();
  });
});

it('stops and reports what a page asks of an address its shim does not know', async () => {
  await alice.page.evaluate(
    "document.body.insertAdjacentHTML('beforeend', '<img src=https://outside.example/a.png>')",
  );
  const admin = createAdminClient(centre.origin);
  await waitUntil(admin, 'the violation is reported', async () =>
    JSON.stringify(await admin.get('flex')).includes('https://outside.example/a.png'),
  );

  await expect(centre.expectClean()).rejects.toThrow(/policy violation/);
});
