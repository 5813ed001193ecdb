import { formOf } from '../../kernel/parameters';
import type { TwilioRequest } from '../../kernel/route';
import { TwilioError } from '../../kernel/twilioError';
import { readEvents, type Callback } from '../callback';
import type { TwimlSource } from '../program/followTwiml';

/** 21205 Url is invalid. */
const invalidUrl = (url: string): TwilioError =>
  new TwilioError(400, 21205, `Url is not a valid URL: ${url}`);

/** An http URL. Throws 400/21205. */
function urlOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw invalidUrl(url);
}

/** GET or POST by a parameter's name. */
const methodOf = (request: TwilioRequest, name: string, byDefault: 'GET' | 'POST' = 'POST'): 'GET' | 'POST' =>
  formOf(request).choice(name, ['GET', 'POST']) ?? byDefault;

/** Where a request says that an announcement is. Throws 400/21205. */
export function readAnnouncement(
  request: TwilioRequest,
): { readonly url: string; readonly method: 'GET' | 'POST' } | undefined {
  const url = formOf(request).text('AnnounceUrl');
  return url === undefined ? undefined : { url: urlOf(url), method: methodOf(request, 'AnnounceMethod') };
}

/** The TwiML a request brings, or where it is: `Twiml` or `Url`, not both. Undefined without either. */
export function readSource(request: TwilioRequest): TwimlSource | undefined {
  const form = formOf(request);
  const [twiml, url] = [form.text('Twiml'), form.text('Url')];
  if (twiml !== undefined && url !== undefined) {
    throw new TwilioError(400, 21221, 'Url and Twiml parameters are mutually exclusive');
  }
  if (twiml !== undefined) return { twiml };
  return url === undefined ? undefined : { url: urlOf(url), method: methodOf(request, 'Method') };
}

/** The status callback of a request; its events may repeat or be separated by spaces or commas. */
export function readCallback(request: TwilioRequest, name: string, byDefault: string): Callback | null {
  const form = formOf(request);
  const url = form.text(name);
  if (url === undefined || url === '') return null;
  const events = readEvents(form.list(`${name}Event`).join(' '));
  return {
    url: urlOf(url),
    method: methodOf(request, `${name}Method`),
    events: events.length > 0 ? events : readEvents(byDefault),
  };
}

/** Twilio reads any text but `true` as false where a participant is concerned. */
export function looseFlag(request: TwilioRequest, name: string): boolean | undefined {
  const text = formOf(request).text(name);
  return text === undefined ? undefined : text.toLowerCase() === 'true';
}
