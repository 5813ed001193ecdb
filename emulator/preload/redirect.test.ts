import { execFile } from 'node:child_process';
import { get, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import { join } from 'node:path';
import { createLocalTwilio, type LocalTwilio } from '../src';
import { redirectTwilio } from './redirect.cjs';

const PRELOAD = join(__dirname, 'redirect.cjs');
const FIXTURE = join(__dirname, 'fixtures', 'callTwilio.cjs');

let twilio: LocalTwilio;
beforeAll(async () => {
  twilio = await createLocalTwilio();
});
afterAll(() => twilio.stop());

/** Runs one deed of the fixture in a process of its own under the preload; resolves with what it printed. */
const runUnderPreload = (
  what: string,
  extra = '',
  env: Record<string, string> = { TWILIO_EMULATOR_ORIGIN: twilio.origin },
) =>
  new Promise<unknown>((resolve, reject) => {
    const args = ['--require', PRELOAD, FIXTURE, what, twilio.accountSid, twilio.authToken, extra];
    execFile(
      process.execPath,
      args,
      { env: { PATH: process.env['PATH'], ...env }, timeout: 20_000 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(stderr || error.message));
        else resolve(JSON.parse(stdout));
      },
    );
  });

describe('a process under the preload', () => {
  it('reaches the local Twilio with the official SDK, edge and region included', async () => {
    const since = twilio.journal.sequence;

    await expect(runUnderPreload('sdk')).resolves.toEqual({ sid: expect.stringMatching(/^WS/) as string });

    expect(twilio.journal.entries({ since })).toMatchObject([
      { host: 'taskrouter.sydney.au1.twilio.com', status: 201 },
    ]);
  });

  it('reaches it with the Flex token validator', async () => {
    const { token } = twilio.identities.issue({ identity: 'alice', roles: ['agent'] });

    await expect(runUnderPreload('validator', token)).resolves.toMatchObject({
      valid: true,
      identity: 'alice',
    });
  });

  it('reaches it with axios', async () => {
    await expect(runUnderPreload('axios')).resolves.toMatchObject({ meta: { key: 'services' } });
  });

  it('reaches it with fetch, body included', async () => {
    await expect(runUnderPreload('fetch')).resolves.toMatchObject({
      status: 201,
      body: { friendly_name: 'by fetch' },
    });
  });

  it('hands the redirection on to a fork that gets none of its environment', async () => {
    await expect(runUnderPreload('fork')).resolves.toEqual({ sid: expect.stringMatching(/^WS/) as string });
  });

  it.each(['httpsElsewhere', 'fetchElsewhere', 'socketElsewhere'])(
    'reaches nothing else: %s',
    async (what) => {
      await expect(runUnderPreload(what)).resolves.toEqual({
        refused: 'ENOTREDIRECTED',
        message: expect.stringContaining('Connection to example.com refused') as string,
      });
    },
  );

  it('refuses Twilio too when it is not told where the local one is', async () => {
    await expect(runUnderPreload('httpsTwilio', '', {})).resolves.toMatchObject({
      refused: 'ENOTREDIRECTED',
      message: expect.stringContaining('TWILIO_EMULATOR_ORIGIN') as string,
    });
  });

  it('does not start with an origin that is not this machine', async () => {
    await expect(
      runUnderPreload('sdk', '', { TWILIO_EMULATOR_ORIGIN: 'http://example.com' }),
    ).rejects.toThrow('TWILIO_EMULATOR_ORIGIN must be an http origin of this machine');
  });
});

describe('redirectTwilio within a process', () => {
  const statusOf = (url: string): Promise<number | string | undefined> =>
    new Promise((resolve) => {
      const end = (response: IncomingMessage): void => {
        resolve(response.resume().statusCode);
      };
      const request = url.startsWith('https:') ? getSecurely(url, { agent: false }, end) : get(url, end);
      request.on('error', (error) => {
        resolve('code' in error ? String(error.code) : error.message);
      });
    });

  it('ends when it is restored, and the one before applies again', async () => {
    const restoreOuter = redirectTwilio('http://127.0.0.1:1');
    const restoreInner = redirectTwilio(twilio.origin);
    const inner = await statusOf('https://taskrouter.twilio.com/v1/Workspaces');
    restoreInner();
    const outer = await statusOf('https://taskrouter.twilio.com/v1/Workspaces');
    restoreOuter();
    restoreOuter();

    expect([inner, outer]).toEqual([401, 'ECONNREFUSED']);
  });

  it('leaves connections within this machine alone', async () => {
    const restore = redirectTwilio('http://127.0.0.1:1');
    const status = await statusOf(`${twilio.origin}/_emulator/health`);
    restore();

    expect(status).toBe(200);
  });

  it('takes only an origin of this machine', () => {
    expect(() => redirectTwilio('https://taskrouter.twilio.com')).toThrow(
      'must be an http origin of this machine',
    );
  });
});
