import { addBodyHash, signForm, signUrl } from '../signature';
import type { Webhook } from '../webhook';
import type { WebhookUrl } from './webhookUrl';

/** What goes over the wire for a webhook. */
export interface SignedRequest {
  readonly method: Webhook['method'];
  readonly pathAndQuery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const withQuery = (url: string, query: string): string =>
  query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;

function writeBody(
  webhook: Webhook,
  url: string,
  authToken: string,
): { url: string; body: string; signature: string } {
  const { method, form = {}, json } = webhook;
  if (method === 'GET') {
    const called = withQuery(url, new URLSearchParams(form).toString());
    return { url: called, body: '', signature: signUrl(authToken, called) };
  }
  if (json !== undefined) {
    const body = JSON.stringify(json);
    const called = addBodyHash(url, body);
    return { url: called, body, signature: signUrl(authToken, called) };
  }
  return { url, body: new URLSearchParams(form).toString(), signature: signForm(authToken, url, form) };
}

/**
 * Signs a webhook for its public URL, whatever address it is delivered to: a receiver that checks the signature
 * against the address it happens to listen on must fail here as it would behind Twilio.
 */
export function signRequest(
  webhook: Webhook,
  url: WebhookUrl,
  authToken: string,
  deliveryId: string,
): SignedRequest {
  const written = writeBody(webhook, url.publicUrl, authToken);
  const type =
    webhook.contentType ??
    (webhook.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json');
  return {
    method: webhook.method,
    pathAndQuery: written.url.slice(url.publicUrl.length - url.pathAndQuery.length),
    body: written.body,
    headers: {
      Host: url.host,
      'User-Agent': 'TwilioProxy/1.1',
      Accept: '*/*',
      'X-Twilio-Signature': written.signature,
      'I-Twilio-Idempotency-Token': deliveryId,
      'X-Forwarded-Proto': url.scheme,
      ...(url.authorization === undefined ? {} : { Authorization: url.authorization }),
      ...(webhook.method === 'GET'
        ? {}
        : {
            'Content-Type': `${type}; charset=UTF-8`,
            'Content-Length': String(Buffer.byteLength(written.body)),
          }),
    },
  };
}
