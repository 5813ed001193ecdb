import { readIdentity } from './identity';

const answer = {
  valid: true,
  code: 0,
  message: null,
  expiration: '2026-01-02T00:00:00.000Z',
  realm_user_id: 'ann',
  identity: 'ann',
  roles: ['agent', 'wfo.user'],
  worker_sid: `WK${'a'.repeat(32)}`,
};

describe('the user IAM tells of', () => {
  it('has identity, roles and worker', () => {
    expect(readIdentity(answer)).toEqual({
      user: { identity: 'ann', roles: ['agent', 'wfo.user'], workerSid: `WK${'a'.repeat(32)}` },
      expiresAt: Date.UTC(2026, 0, 2),
    });
  });

  it.each([null, '', undefined, 'WKnot'])('has no worker when IAM names none (%p)', (worker_sid) => {
    expect(readIdentity({ ...answer, worker_sid })?.user).toEqual({
      identity: 'ann',
      roles: ['agent', 'wfo.user'],
    });
  });

  it.each([null, undefined, '', 'soon'])('has an unknown end when IAM names none (%p)', (expiration) => {
    expect(readIdentity({ ...answer, expiration })).toMatchObject({ expiresAt: undefined });
  });

  it.each([
    null,
    'valid',
    {},
    { valid: true },
    { ...answer, valid: 'true' },
    { ...answer, roles: 'admin' },
    { ...answer, roles: [1] },
    { ...answer, identity: null },
  ])('is nobody when the answer is not what it should be (%j)', (other) => {
    expect(readIdentity(other)).toBeUndefined();
  });
});
