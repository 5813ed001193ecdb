import { keyOf, type Found, type Resource } from '../resource';
import type { Account } from './account';
import { ACTIONS } from './actions';
import { CallFailed } from './callFailed';
import { callTwilio } from './callTwilio';
import { createOnce } from './createOnce';
import { observe } from './observe';

/** Makes it; answers its SID. */
export const make = (account: Account, wanted: Resource): Promise<string> =>
  createOnce(
    `create ${wanted.kind} "${wanted.name}"`,
    account.sleep,
    () => ACTIONS[wanted.kind].create(account, wanted),
    async () => (await observe(account)).find((found) => keyOf(found) === keyOf(wanted))?.sid,
  );

/** Makes it what is wanted; doing it twice is harmless. */
export const alter = (account: Account, { kind, name, sid }: Found, wanted: Resource): Promise<unknown> =>
  callTwilio(`change ${kind} "${name}"`, 'update', account.sleep, () =>
    ACTIONS[kind].change(account, sid, wanted),
  );

/** Removes it; what is gone already is fine. */
export async function remove(account: Account, { kind, name, sid }: Found): Promise<void> {
  try {
    await callTwilio(`remove ${kind} "${name}"`, 'update', account.sleep, () =>
      ACTIONS[kind].remove(account, sid),
    );
  } catch (error) {
    if (!(error instanceof CallFailed) || error.facts.reason !== 'not-found') throw error;
  }
}
