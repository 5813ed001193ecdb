import type { LocalTwilioProcess } from './startLocalTwilio';

/** Whose local Twilio is asked. */
export type Account = Pick<LocalTwilioProcess, 'origin' | 'accountSid' | 'authToken'>;

const TIMEOUT_MS = 10_000;

/** Posts JSON to the local Twilio's own administration (`/_emulator/…`); throws with its words when it refuses. */
export function postAdmin({ origin }: Account, path: string, body: unknown): Promise<unknown> {
  return post(`${origin}/_emulator/${path}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Posts a form to one of Twilio's REST hosts, as the account; throws with Twilio's words when it refuses. */
export function postForm(
  account: Account,
  host: string,
  path: string,
  form: URLSearchParams,
): Promise<unknown> {
  const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  return post(`${account.origin}/_host/${host}${path}`, {
    headers: { authorization: `Basic ${credentials}` },
    body: form,
  });
}

async function post(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, method: 'POST', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
