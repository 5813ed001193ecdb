import type { LocalTwilio } from '@patchbay/emulator';
import type { Iam } from './freshProcess';
import { WORKER, refused, startIam, startProcess, unavailable } from './freshProcess';

let iam: Iam;
let twilio: LocalTwilio;
beforeAll(async () => {
  iam = await startIam();
  twilio = iam.twilio;
});
afterEach(() => {
  twilio.faults.clear();
});
afterAll(() => iam.stop());

const setUp = () => startProcess(twilio);
const issue = (lifetimeMs?: number) => iam.issue(lifetimeMs);

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
