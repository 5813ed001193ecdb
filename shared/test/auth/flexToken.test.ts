import { createLocalTwilio, type LocalTwilio } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { FlexAccount } from '../../src/auth';
import { createTokenCheck } from '../../src/auth';
import { manualPlatform } from '../host/manualPlatform';

let twilio: LocalTwilio;
let undo: () => void;
beforeAll(async () => {
  twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
  undo = redirectTwilio(twilio.origin);
});
afterEach(() => {
  twilio.faults.clear();
});
afterAll(async () => {
  undo();
  await twilio.stop();
});

type Fault = Parameters<LocalTwilio['faults']['add']>[0]['effect'];

const WORKER = `WK${'c'.repeat(32)}`;
const LIMIT_MS = 3_000;

/** A fresh process: nothing cached, its time standing still at the local Twilio's. */
function setUp() {
  const platform = manualPlatform();
  const check = createTokenCheck(platform);
  const account: FlexAccount = {
    accountSid: twilio.accountSid,
    authToken: twilio.authToken,
    region: undefined,
  };
  const before = twilio.journal.sequence;
  return {
    platform,
    account,
    ask: (token: string, other = account) => check(token, other, LIMIT_MS),
    validations: () => twilio.journal.entries({ since: before, host: 'iam.twilio.com' }).length,
  };
}
const issue = (lifetimeMs = 3_600_000) =>
  twilio.identities.issue({ identity: 'ann', workerSid: WORKER, roles: ['agent'], lifetimeMs }).token;
const refused = { code: 'token_refused' };
const unavailable = { code: 'identity_unavailable', retryAfterSeconds: 2 };

describe('a good token', () => {
  it('is a user with roles and worker', async () => {
    const { ask } = setUp();

    expect(await ask(issue())).toEqual({ identity: 'ann', roles: ['agent'], workerSid: WORKER });
  });

  it('is asked about once a minute', async () => {
    const { ask, platform, validations } = setUp();
    const token = issue();

    await ask(token);
    platform.advance(59_999);
    await ask(token);
    const within = validations();
    platform.advance(1);
    await ask(token);

    expect([within, validations()]).toEqual([1, 2]);
  });

  it('is asked about once, however many ask at the same time', async () => {
    const { ask, validations } = setUp();
    const token = issue();

    const users = await Promise.all(Array.from({ length: 50 }, () => ask(token)));

    expect(new Set(users.map((user) => user.identity))).toEqual(new Set(['ann']));
    expect(validations()).toBe(1);
  });

  it('is not trusted beyond its own end', async () => {
    const { ask, platform, validations } = setUp();
    const token = issue(10_000);
    await ask(token);

    platform.advance(10_000);
    await twilio.clock.advance(10_000);

    await expect(ask(token)).rejects.toMatchObject(refused);
    expect(validations()).toBe(2);
  });

  it('is one account’s: the same text for another account is asked about anew', async () => {
    const { ask, account } = setUp();
    const token = issue();
    await ask(token);

    await expect(ask(token, { ...account, accountSid: `AC${'9'.repeat(32)}` })).rejects.toMatchObject(
      unavailable,
    );
  });

  it('is asked about in the account’s region', async () => {
    const { ask, account } = setUp();
    const before = twilio.journal.sequence;

    await ask(issue(), { ...account, region: 'ie1-ix' }).catch(() => undefined);

    expect(twilio.journal.entries({ since: before }).map(({ host }) => host)).toEqual(['iam.ie1.twilio.com']);
  });
});

describe('a bad token', () => {
  it.each([
    ['unknown', () => 'eyJub3.such.token'],
    ['expired', () => twilio.identities.issue({ identity: 'bo', roles: [], lifetimeMs: 0 }).token],
    [
      'revoked',
      () => {
        const token = issue();
        twilio.identities.revoke(token);
        return token;
      },
    ],
  ])('is refused: %s', async (_, make) => {
    await expect(setUp().ask(make())).rejects.toMatchObject(refused);
  });

  it('is asked about every time: refusals are not remembered', async () => {
    const { ask, validations } = setUp();

    await ask('not-yet-issued').catch(() => undefined);
    twilio.identities.issue({ identity: 'bo', roles: [], token: 'not-yet-issued' });

    expect(await ask('not-yet-issued')).toMatchObject({ identity: 'bo' });
    expect(validations()).toBe(2);
  });

  it.each([
    ['longer than any', 'x'.repeat(4_097)],
    ['not ASCII', 'tökén'],
    ['with a line break', 'a\r\nX: y'],
    ['empty', ''],
  ])('is refused without asking when it is %s', async (_, token) => {
    const { ask, validations } = setUp();

    await expect(ask(token)).rejects.toMatchObject(refused);
    expect(validations()).toBe(0);
  });
});

describe('a connection that was closed while idle', () => {
  it.each<[string, Fault]>([
    ['before the request', { type: 'refuse' }],
    ['before the answer', { type: 'lost-response' }],
  ])('is replaced, and the question asked again: %s', async (_, effect) => {
    const { ask } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect });

    expect(await ask(issue())).toMatchObject({ identity: 'ann' });
  });

  it('is replaced once, not for ever', async () => {
    const { ask, validations } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'refuse' } });

    await expect(ask(issue())).rejects.toMatchObject(unavailable);
    expect(validations()).toBeLessThanOrEqual(2);
  });
});

describe('when nobody can say', () => {
  it.each<[string, Fault]>([
    ['the connection breaks', { type: 'refuse' }],
    ['the answer is lost', { type: 'lost-response' }],
    ['IAM throttles', { type: 'status', status: 429 }],
    ['IAM fails', { type: 'status', status: 500 }],
    ['something in between answers HTML', { type: 'html' }],
  ])('the caller is neither accepted nor refused: %s', async (_, effect) => {
    const { ask } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect });

    await expect(ask(issue())).rejects.toMatchObject(unavailable);
  });

  it('the caller is not kept waiting longer than the limit', async () => {
    const { ask, platform } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'hang' } });

    const answer = ask(issue());
    platform.advance(LIMIT_MS);

    await expect(answer).rejects.toMatchObject(unavailable);
  });

  it('nobody waits for somebody else’s request that hangs', async () => {
    const { ask, platform } = setUp();
    const token = issue();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect: { type: 'hang' } });
    const hanging = ask(token);
    platform.advance(LIMIT_MS);
    await hanging.catch(() => undefined);

    expect(await ask(token)).toMatchObject({ identity: 'ann' });
  });

  it('there is a limit to the requests that hang', async () => {
    const { ask, platform } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'hang' } });
    const hanging = Array.from({ length: 100 }, (_, index) => ask(`token-${index}`));

    await expect(ask('one-too-many')).rejects.toMatchObject(unavailable);

    platform.advance(LIMIT_MS);
    expect((await Promise.allSettled(hanging)).every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('a refused port is no refused token', async () => {
    const closed = await createLocalTwilio();
    await closed.stop();
    const redirectToNobody = redirectTwilio(closed.origin);

    await expect(setUp().ask(issue())).rejects.toMatchObject(unavailable);

    redirectToNobody();
  });

  it('the caller may come back: failures are not remembered', async () => {
    const { ask } = setUp();
    const token = issue();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect: { type: 'status', status: 503 } });
    await ask(token).catch(() => undefined);

    expect(await ask(token)).toMatchObject({ identity: 'ann' });
  });
});

describe('credentials of ours that Twilio refuses', () => {
  it('are our problem, not the caller’s', async () => {
    const { ask, account } = setUp();

    const answer = ask(issue(), { ...account, authToken: 'wrong' });

    await expect(answer).rejects.toMatchObject({
      code: 'identity_unavailable',
      cause: { code: 'configuration_missing' },
    });
  });
});
