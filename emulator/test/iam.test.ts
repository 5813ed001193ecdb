import { validator } from 'twilio-flex-token-validator';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src';
import { basicAuthorization } from '../src/kernel/basicAuth';

let twilio: LocalTwilio;
let restore: () => void;

beforeAll(async () => {
  twilio = await createLocalTwilio({ mode: 'paused' });
  restore = redirectTwilio(twilio.origin);
});
afterAll(async () => {
  restore();
  await twilio.stop();
});
beforeEach(() => {
  twilio.faults.clear();
});

const validate = (token: string, authToken = twilio.authToken): Promise<unknown> =>
  validator(token, twilio.accountSid, authToken);
const issue = (lifetimeMs?: number) =>
  twilio.identities.issue({
    identity: 'alice',
    workerSid: 'WK1',
    roles: ['agent', 'admin'],
    ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
  });

describe("Twilio's own token validator", () => {
  it('is told who a valid token stands for', async () => {
    const { token, expiresAt } = issue();

    await expect(validate(token)).resolves.toEqual({
      valid: true,
      code: 0,
      message: null,
      expiration: new Date(expiresAt).toISOString(),
      realm_user_id: 'alice',
      identity: 'alice',
      roles: ['agent', 'admin'],
      worker_sid: 'WK1',
    });
  });

  it('refuses an unknown and a revoked token alike', async () => {
    const { token } = issue();
    twilio.identities.revoke(token);

    await expect(validate(token)).rejects.toBe('Invalid Access Token');
    await expect(validate('never-issued')).rejects.toBe('Invalid Access Token');
  });

  it('refuses a token whose time has passed on the virtual clock', async () => {
    const { token } = issue(60_000);
    await twilio.clock.advance(60_000);

    await expect(validate(token)).rejects.toBe('Access Token expired or expiration date invalid');
  });

  it('is refused with the credentials of another account', async () => {
    const { token } = issue();

    await expect(validate(token, '0'.repeat(32))).rejects.toBe('Authenticate');
    await expect(validator(token, `AC${'0'.repeat(32)}`, twilio.authToken)).rejects.toBe('Authenticate');
  });

  it("is refused for another account's tokens, even with credentials of its own", async () => {
    const response = await fetch(`https://iam.twilio.com/v1/Accounts/AC${'0'.repeat(32)}/Tokens/validate`, {
      method: 'POST',
      headers: {
        Authorization: basicAuthorization(twilio.accountSid, twilio.authToken),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ token: issue().token }),
    });

    expect([response.status, await response.json()]).toEqual([401, expect.objectContaining({ code: 20003 })]);
  });

  it('cannot reach an IAM that the fault plan makes unreachable', async () => {
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'refuse' } });

    await expect(validate(issue().token)).rejects.toBeDefined();
  });

  it('is answered by the region it asks', async () => {
    await expect(validator(issue().token, twilio.accountSid, twilio.authToken, 'au1')).resolves.toMatchObject(
      { valid: true },
    );
  });
});
