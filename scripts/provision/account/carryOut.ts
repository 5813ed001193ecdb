import type { Found, Resource } from '../resource';
import { keyOf } from '../resource';
import type { Account } from './account';
import { ACTIONS } from './actions';
import { CallFailed } from './callFailed';
import { callTwilio } from './callTwilio';
import { observe } from './observe';

const MAX_CREATES = 3;
/** What was made shows in a list soon, not at once. */
const SETTLE_MS = 1_000;

/**
 * Makes it; answers its SID. After an answer that says nothing it is looked for before it is made again: Twilio has no
 * idempotency keys.
 */
export async function make(account: Account, wanted: Resource): Promise<string> {
  const what = `create ${wanted.kind} "${wanted.name}"`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callTwilio(what, 'create', account.sleep, () =>
        ACTIONS[wanted.kind].create(account, wanted),
      );
    } catch (error) {
      if (!(error instanceof CallFailed) || error.facts.outcome !== 'ambiguous') throw error;
      await account.sleep(SETTLE_MS);
      const made = (await observe(account)).find((found) => keyOf(found) === keyOf(wanted));
      if (made !== undefined) return made.sid;
      if (attempt >= MAX_CREATES) throw error;
    }
  }
}

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
