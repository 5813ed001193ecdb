import { notFound } from '../../kernel/twilioError';
import { checkAttributes, checkLength, KEPT, LIMITS } from './limits';
import type { Source, User } from './model';
import { stamp, type EngineState } from './records';

export interface UserChangeInput {
  readonly friendlyName?: string | null;
  readonly attributes?: string;
}

export interface UserOperations {
  /** The user of an identity; comes to be when first asked for, as on a first login or a first conversation. */
  ensure(by: Source, identity: string): User;
  find(identity: string): User | undefined;
  /** In order of creation. */
  list(): readonly User[];
  /** By SID or identity. Throws 404 / 20404. */
  get(sidOrIdentity: string): User;
  update(by: Source, sidOrIdentity: string, change: UserChangeInput): User;
  /** Told to those who see the user, and to nobody else: reachability is not part of the resource's history. */
  setOnline(identity: string, isOnline: boolean): void;
}

export function createUsers(state: EngineState): UserOperations {
  const get = (sidOrIdentity: string): User => {
    const found =
      state.users.get(sidOrIdentity) ?? [...state.users.values()].find(({ sid }) => sid === sidOrIdentity);
    if (!found) throw notFound(`/Users/${sidOrIdentity}`);
    return found;
  };

  /** Who is connected would be missed: agents are the oldest users there are. */
  const forgetOldest = (by: Source, newest: User): void => {
    if (state.users.size <= KEPT.users) return;
    const others = [...state.users.values()].filter(({ sid }) => sid !== newest.sid);
    const oldest = others.find(({ isOnline }) => !isOnline) ?? others[0];
    if (!oldest) return;
    state.users.delete(oldest.identity);
    state.tell({ type: 'userForgotten', at: newest.dateCreated, by, user: oldest });
  };

  const ensure: UserOperations['ensure'] = (by, identity) => {
    const known = state.users.get(identity);
    if (known) return known;
    checkLength('Identity', identity, LIMITS.identityCharacters);
    const user: User = {
      ...stamp(state, 'US'),
      identity,
      isOnline: false,
      friendlyName: null,
      attributes: '{}',
      roleSid: state.roles.serviceUser,
    };
    state.users.set(identity, user);
    state.tell({ type: 'onUserAdded', at: user.dateCreated, by, user });
    forgetOldest(by, user);
    return user;
  };

  return {
    ensure,
    find: (identity) => state.users.get(identity),
    list: () => [...state.users.values()],
    get,
    update(by, sidOrIdentity, change) {
      const before = get(sidOrIdentity);
      checkLength('FriendlyName', change.friendlyName ?? null, LIMITS.friendlyNameCharacters);
      if (change.attributes !== undefined) checkAttributes(change.attributes, LIMITS.attributesBytes);
      const user: User = { ...before, ...change, dateUpdated: state.clock.now() };
      state.users.set(user.identity, user);
      state.tell({ type: 'onUserUpdated', at: user.dateUpdated, by, user });
      return user;
    },
    setOnline(identity, isOnline) {
      const by: Source = { type: 'SDK', identity };
      const before = ensure(by, identity);
      if (before.isOnline === isOnline) return;
      const user: User = { ...before, isOnline };
      state.users.set(identity, user);
      state.tell({ type: 'userReachability', at: state.clock.now(), by, user });
    },
  };
}
