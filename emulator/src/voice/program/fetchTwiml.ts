import type { KernelContext } from '../../kernel/context';
import { WEBHOOK_TIMEOUT_MS } from '../limits';
import { parseTwiml, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';

/** Where TwiML is. */
export interface TwimlUrl {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** 11200 HTTP retrieval failure, 12300 Invalid Content-Type: https://www.twilio.com/docs/api/errors. */
const RETRIEVAL_FAILURE = 11_200;
const INVALID_CONTENT_TYPE = 12_300;

const XML_TYPES: readonly string[] = ['text/xml', 'application/xml', 'text/html'];
const AUDIO = /^audio\//;

/** The URL a document names, which may be relative to the document's own. Throws TwimlError. */
export function resolveUrl(baseUrl: string | null, url: string): string {
  if (URL.canParse(url)) return url;
  if (baseUrl !== null && URL.canParse(url, baseUrl)) return new URL(url, baseUrl).href;
  throw new TwimlError(11_100, `"${url}" is no URL`);
}

/** Asks a URL for TwiML by a signed webhook and reads it; an audio file is played. Throws TwimlError. */
export async function fetchTwiml(
  { webhooks }: KernelContext,
  { url, method }: TwimlUrl,
  form: Readonly<Record<string, string>>,
): Promise<readonly XmlElement[]> {
  const outcome = await webhooks.send({ url, method, form, kind: 'twiml', timeoutMs: WEBHOOK_TIMEOUT_MS });
  if (outcome.status === 'no-answer') throw new TwimlError(RETRIEVAL_FAILURE, 'The webhook got no answer');
  const { status, body, contentType } = outcome;
  if (status < 200 || status > 299) {
    throw new TwimlError(RETRIEVAL_FAILURE, `The webhook was answered with ${status}`);
  }
  if (AUDIO.test(contentType ?? '')) return [{ name: 'Play', attributes: {}, text: url, children: [] }];
  // An empty answer is an empty document: the call ends without an error.
  if (body.trim() === '') return [];
  if (contentType !== undefined && !XML_TYPES.includes(contentType)) {
    throw new TwimlError(INVALID_CONTENT_TYPE, `The webhook answered ${contentType}, not TwiML`);
  }
  return parseTwiml(body);
}
