import { observe } from '../account/observe';
import type { Account } from '../account/account';
import { meaningOf } from '../plan/differences';
import { keyOf } from '../resource';

/** Everything that provisioning can touch, without SIDs, which differ from one account to the other; sorted. */
export async function showAccount(account: Account): Promise<readonly string[]> {
  const found = await observe(account);
  const services = await account.client.sync.v1.services.list();
  const names = new Map(found.filter(({ kind }) => kind !== 'filter').map((one) => [one.sid, keyOf(one)]));
  const lines = found.map((one) => `${keyOf(one)} ${meaningOf(one.settings)}`);
  return [...lines, ...services.map(({ friendlyName }) => `Sync service:${friendlyName}`)]
    .map((line) => line.replace(/[A-Z]{2}[\da-f]{32}/g, (sid) => names.get(sid) ?? sid))
    .sort();
}
