import { describeCall } from '../callbackForm';
import { WEBHOOK_TIMEOUT_MS } from '../limits';
import { parseTwiml, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import type { Run } from './run';

/** 11200 HTTP retrieval failure, 12300 Invalid Content-Type: https://www.twilio.com/docs/api/errors. */
const RETRIEVAL_FAILURE = 11_200;
const INVALID_CONTENT_TYPE = 12_300;

const XML_TYPES: readonly string[] = ['text/xml', 'application/xml', 'text/html'];

/** The URL a document names, which may be relative to the document's own. Throws TwimlError. */
export function resolveUrl({ baseUrl }: Run, url: string): string {
  if (URL.canParse(url)) return url;
  if (baseUrl !== null && URL.canParse(url, baseUrl)) return new URL(url, baseUrl).href;
  throw new TwimlError(11_100, `"${url}" is no URL`);
}

/** Asks a URL for TwiML by a signed webhook and reads it. Throws TwimlError. */
export async function fetchTwiml(
  run: Run,
  url: string,
  method: 'GET' | 'POST',
  extra: Readonly<Record<string, string>> = {},
): Promise<readonly XmlElement[]> {
  const { context } = run.state;
  const form = { ...describeCall(context.accountSid, run.call), ...extra };
  const outcome = await context.webhooks.send({
    url,
    method,
    form,
    kind: 'twiml',
    timeoutMs: WEBHOOK_TIMEOUT_MS,
  });
  if (outcome.status === 'no-answer') throw new TwimlError(RETRIEVAL_FAILURE, 'The webhook got no answer');
  if (outcome.status < 200 || outcome.status > 299) {
    throw new TwimlError(RETRIEVAL_FAILURE, `The webhook was answered with ${outcome.status}`);
  }
  run.baseUrl = url;
  // An empty answer is an empty document: the call ends without an error.
  if (outcome.body.trim() === '') return [];
  if (outcome.contentType !== undefined && !XML_TYPES.includes(outcome.contentType)) {
    throw new TwimlError(INVALID_CONTENT_TYPE, `The webhook answered ${outcome.contentType}, not TwiML`);
  }
  return parseTwiml(outcome.body);
}
