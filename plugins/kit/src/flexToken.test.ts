import { flexToken } from './flexToken';

describe('the token that is shown', () => {
  it('is the one that Flex has at the moment', () => {
    const manager = { user: { token: 'the first' } };
    const before = flexToken(manager);

    manager.user = { token: 'renewed' };

    expect([before, flexToken(manager)]).toEqual(['the first', 'renewed']);
  });

  it('is none after a logout, when Flex throws', () => {
    const manager = {
      get user(): { token: string } {
        throw new TypeError("Cannot read properties of undefined (reading 'permissions')");
      },
    };

    expect(flexToken(manager)).toBe('');
  });
});
