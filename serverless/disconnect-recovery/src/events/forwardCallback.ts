import { createHmac } from 'node:crypto';
import type { Deadline } from '@patchbay/shared';

/** Somebody else's answer is not waited for longer than this. */
const LIMIT_MS = 1_500;

/**
 * Sends a conference callback on to where it went before ours was set, signed for that address as Twilio would have (Twilio:
 * Validating Signatures). As with Twilio's own callbacks nobody learns whether it arrived.
 */
export async function forwardCallback(
  { authToken, deadline }: { readonly authToken: string; readonly deadline: Deadline },
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  const signed = Object.keys(form)
    .sort()
    .reduce((text, name) => text + name + (form[name] ?? ''), url);
  try {
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'X-Twilio-Signature': createHmac('sha1', authToken).update(signed).digest('base64') },
      redirect: 'manual',
      signal: AbortSignal.timeout(deadline.shareFor(LIMIT_MS)),
    });
  } catch {
    // Theirs to miss: Twilio would not tell us either.
  }
}

/** Whether an address may get copies: HTTPS, and a host that the operator named. */
export function mayForward(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  return protocol === 'https:' && username === '' && hosts.includes(hostname);
}
