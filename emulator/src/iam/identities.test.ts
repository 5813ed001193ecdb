import { seededRandom } from '../kernel/random';
import { createVirtualClock } from '../kernel/virtualClock';
import { createIdentityDirectory } from './identities';

const createDirectory = (capacity?: number) => {
  const clock = createVirtualClock({ startMs: 1_000, mode: 'paused' });
  return createIdentityDirectory(clock, seededRandom(1), capacity);
};

describe('the identity directory', () => {
  it('issues tokens that live twelve hours unless told', () => {
    const directory = createDirectory();

    const alice = directory.issue({ identity: 'alice', workerSid: 'WK1', roles: ['agent'] });
    const bob = directory.issue({ identity: 'bob', roles: ['admin'], lifetimeMs: 5, token: 'of-my-choice' });

    expect(directory.find(alice.token)).toEqual({
      token: expect.stringMatching(/^local-[0-9a-f]{64}$/) as string,
      identity: 'alice',
      workerSid: 'WK1',
      roles: ['agent'],
      expiresAt: 1_000 + 12 * 60 * 60 * 1_000,
      revoked: false,
    });
    expect(directory.find('of-my-choice')).toEqual(bob);
    expect(bob.expiresAt).toBe(1_005);
  });

  it('remembers a revoked token as revoked', () => {
    const directory = createDirectory();
    const { token } = directory.issue({ identity: 'alice', roles: [] });

    const known = [directory.revoke(token), directory.revoke('unknown')];

    expect(known).toEqual([true, false]);
    expect(directory.find(token)?.revoked).toBe(true);
  });

  it('forgets the oldest beyond its capacity', () => {
    const directory = createDirectory(2);
    const tokens = ['a', 'b', 'c'].map((identity) => directory.issue({ identity, roles: [] }).token);

    expect(tokens.map((token) => directory.find(token)?.identity)).toEqual([undefined, 'b', 'c']);
  });
});
