import { requireRole } from './requireRole';

const user = { identity: 'ann', roles: ['agent', 'supervisor'] };

describe('a required role', () => {
  it('is held by a user who has one of several', () => {
    expect(() => {
      requireRole(user, ['admin', 'supervisor']);
    }).not.toThrow();
  });

  it('is not needed when none is named', () => {
    expect(() => {
      requireRole({ ...user, roles: [] }, []);
    }).not.toThrow();
  });

  it.each([['admin'], ['Supervisor'], ['super']])('is not held by a user with others (%s)', (role) => {
    expect(() => {
      requireRole(user, [role]);
    }).toThrow('Your Flex role does not allow this.');
  });
});
