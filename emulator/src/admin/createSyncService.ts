import type { Dispatch } from '../kernel/dispatch';
import { isObject } from '../kernel/isObject';

/** Creates a Sync Service through the product's own route, as REST would; resolves with its SID. */
export async function createSyncService(
  dispatch: Dispatch,
  friendlyName: string,
  authorization: string,
): Promise<string> {
  const [method, host, path] = ['POST', 'sync.twilio.com', '/v1/Services'] as const;
  const match = dispatch.find(method, host, path);
  if (!match) throw new Error('The local Twilio has no Sync');
  const { body } = await dispatch.perform(match, {
    method,
    host,
    path,
    query: new URLSearchParams(),
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    rawBody: new URLSearchParams({ FriendlyName: friendlyName }).toString(),
  });
  const sid = isObject(body) ? body['sid'] : undefined;
  if (typeof sid !== 'string') throw new Error('Sync answered without a SID');
  return sid;
}
