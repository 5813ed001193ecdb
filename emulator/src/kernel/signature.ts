import { createHash, createHmac } from 'node:crypto';

const hmac = (authToken: string, text: string): string =>
  createHmac('sha1', authToken).update(Buffer.from(text, 'utf8')).digest('base64');

/** The signature of a form POST: over the URL and every field, sorted by name. Source: Twilio docs, "Security". */
export function signForm(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.keys(form)
    .sort()
    .map((name) => name + (form[name] ?? ''));
  return hmac(authToken, url + fields.join(''));
}

/** The signature of everything else (GET, JSON): over the URL alone. */
export const signUrl = (authToken: string, url: string): string => hmac(authToken, url);

/** The URL of a JSON POST as Twilio calls and signs it: with the hash of the body in its query. */
export function addBodyHash(url: string, body: string): string {
  const hash = createHash('sha256').update(body, 'utf8').digest('hex');
  return `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
}
