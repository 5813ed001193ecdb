import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPage, type PageAnswer } from './askPage';
import { openFlexCentre, type FlexTestCentre } from './flexCentre';

let centre: FlexTestCentre;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flex-pages-'));
  centre = await openFlexCentre();
}, 60_000);
afterAll(async () => {
  await centre.twilio.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string, host = 'alice.localhost'): Promise<PageAnswer> =>
  askPage(centre.twilio.origin, { host, path });

/** What a script assigns to a name of `window`. */
function assigned(script: string, name: string): unknown {
  const [, json = 'null'] = new RegExp(`^window\\.${name} = (.*);$`, 'm').exec(script) ?? [];
  return JSON.parse(json);
}

describe('a Flex page', () => {
  it('is the same document under every path, with the policy that keeps it on this machine', async () => {
    const desktop = await ask('/agent-desktop');
    const deeper = await ask('/teams/WK1?x=1');

    expect(desktop.status).toBe(200);
    expect(desktop.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(desktop.headers['content-security-policy']).toContain("default-src 'self'");
    expect(deeper.text).toBe(desktop.text);
  }, 60_000);

  it('begins with the script that keeps its requests here', async () => {
    const { text } = await ask('/');

    const [first] = /<script src="[^"]+"/.exec(text) ?? [];

    expect(first).toBe('<script src="/_flex/shim.js"');
  });

  it('loads a Flex UI that the browser may keep', async () => {
    const { text } = await ask('/');
    const [, path = ''] = /src="(\/_flex\/host\/[^"]+)"/.exec(text) ?? [];

    const host = await ask(path);

    expect(host.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(host.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(host.text.length).toBeGreaterThan(5_000_000);
  });

  it.each(['shim', 'signIn', 'goBack', 'startFlex'])('has the script %s', async (name) => {
    const { status, text } = await ask(`/_flex/${name}.js`);

    expect(status).toBe(200);
    expect(text).toContain('use strict');
  });

  it('has nothing else', async () => {
    await expect(ask('/_flex/other.js')).resolves.toMatchObject({ status: 404 });
    await expect(ask('/_flex/host/old-key.js')).resolves.toMatchObject({ status: 404 });
    await expect(ask('/_flex/plugins/..%2F..%2Fetc.js')).resolves.toMatchObject({ status: 404 });
  });

  it('is not there for a name that was not configured, and says which are', async () => {
    const { status, text } = await ask('/', 'mallory.localhost');

    expect(status).toBe(404);
    expect(text).toContain('<li>alice</li>');
  });

  it.each(['constructor', '__proto__'])(
    'is not there for the name of what every object has: %s',
    async (name) => {
      const { status, text } = await ask('/', `${name}.localhost`);

      expect(status).toBe(404);
      expect(text).toContain(`There is no page ${name}`);
    },
  );
});

describe('the session of a page', () => {
  const session = async (host: string): Promise<unknown> =>
    assigned((await ask('/_flex/session.js', host)).text, 'localFlexSession');

  it("is that of the page's own user", async () => {
    await expect(session('alice.localhost')).resolves.toMatchObject({
      token: centre.tokenOf('alice'),
      identity: 'alice',
      roles: ['agent'],
      accountSid: centre.twilio.accountSid,
    });
    await expect(session('sam.localhost')).resolves.toMatchObject({ identity: 'sam', roles: ['supervisor'] });
  });

  it('is a new one of the same rights when the token was revoked', async () => {
    centre.twilio.identities.revoke(centre.tokenOf('ada'));

    const renewed = await session('ada.localhost');

    expect(renewed).toMatchObject({ identity: 'ada', roles: ['admin'] });
    expect(renewed).not.toMatchObject({ token: centre.tokenOf('ada') });
  });

  it('rings in the browser of a worker whose contact_uri is a client, and of nobody else', async () => {
    const { twilio, seeded } = centre;
    const { sid: workerSid } = twilio.engine.workspace(seeded.workspaceSid).workers.create({
      friendlyName: 'desk',
      attributes: '{"contact_uri":"+15550100103"}',
    });
    twilio.identities.issue({ identity: 'no-worker', roles: ['agent'] });
    twilio.identities.issue({ identity: 'desk', workerSid, roles: ['agent'] });
    twilio.flex.configure({ pages: { plain: { identity: 'no-worker' }, desk: { identity: 'desk' } } });
    const config = async (host: string) => assigned((await ask('/_flex/session.js', host)).text, 'appConfig');

    await expect(config('alice.localhost')).resolves.toMatchObject({ disableBrowserVoice: false });
    await expect(config('desk.localhost')).resolves.toMatchObject({ disableBrowserVoice: true });
    await expect(config('plain.localhost')).resolves.toMatchObject({ disableBrowserVoice: true });
  });

  it('starts Flex UI with what the appConfig was given', async () => {
    centre.twilio.flex.configure({ appConfig: { logLevel: 'debug' } });

    const config = assigned((await ask('/_flex/session.js')).text, 'appConfig');

    expect(config).toMatchObject({ logLevel: 'debug', sso: { accountSid: centre.twilio.accountSid } });
  });
});

describe('a plugin', () => {
  it('is read from its file at each request, so that a rebuild shows after a reload', async () => {
    const file = join(folder, 'one.js');
    centre.twilio.flex.configure({ plugins: [{ name: 'plugin-one', version: '1', file }] });
    writeFileSync(file, 'first();');
    const before = await ask('/_flex/plugins/plugin-one.js');

    writeFileSync(file, 'second();');
    const after = await ask('/_flex/plugins/plugin-one.js');

    expect([before.text, after.text]).toEqual(['first();', 'second();']);
    expect(after.headers['cache-control']).toBe('no-store');
  });

  it('whose file is missing says so', async () => {
    const file = join(folder, 'unbuilt.js');
    centre.twilio.flex.configure({ plugins: [{ name: 'unbuilt', version: '1', file }] });

    const answer = await ask('/_flex/plugins/unbuilt.js');

    expect(answer.status).toBe(404);
    expect(answer.text).toContain('unbuilt');
  });
});

describe('the pages around Flex', () => {
  it('sign in and go back', async () => {
    const { text } = await ask('/_flex/sign-in?return=http%3A%2F%2Falice.localhost%2F');

    expect(text).toContain('as Alice');
    expect(text).toContain('/_flex/goBack.js');
  });

  it('name where a link would have led, as text', async () => {
    const { text } = await ask(`/_flex/outside?to=${encodeURIComponent('https://x.example/<script>')}`);

    expect(text).toContain('https://x.example/&lt;script&gt;');
  });

  it('take the reports of browsers, and show them to who asks', async () => {
    const { origin } = centre.twilio;
    const report = {
      'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://x.example/a.png' },
    };

    await askPage(origin, {
      host: 'alice.localhost',
      path: '/_flex/policy-violations',
      method: 'POST',
      headers: { 'content-type': 'application/csp-report' },
      body: JSON.stringify(report),
    });
    const shown: unknown = await (await fetch(`${origin}/_emulator/flex`)).json();

    expect(shown).toMatchObject({
      violations: [{ page: 'alice.localhost', directive: 'img-src', blocked: 'https://x.example/a.png' }],
    });
    expect((await fetch(`${origin}/_emulator/flex/violations`, { method: 'DELETE' })).status).toBe(204);
    expect(centre.twilio.flex.violations()).toEqual([]);
  });
});

describe('a page whose Flex UI can not be built', () => {
  it('says why, in words', async () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    const { twilio } = await openFlexCentre({ flex: { cacheFolder: join(file, 'below-a-file') } });

    const { status, text } = await askPage(twilio.origin, { host: 'alice.localhost', path: '/' });
    await twilio.stop();

    expect(status).toBe(500);
    expect(text).toMatch(/The page failed: .*ENOTDIR/);
  });
});

describe('/_emulator/flex', () => {
  it('changes what is there, and refuses a typo', async () => {
    const post = (body: unknown): Promise<Response> =>
      fetch(`${centre.twilio.origin}/_emulator/flex`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const changed = await post({ pages: { bob: { identity: 'alice', label: 'Bob' } } });
    const refused = await post({ page: {} });

    expect(await changed.json()).toMatchObject({
      pages: { alice: { label: 'Alice' }, bob: { label: 'Bob' } },
    });
    expect(refused.status).toBe(400);
  });
});
