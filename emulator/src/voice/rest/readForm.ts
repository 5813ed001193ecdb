import { formOf } from '../../kernel/parameters';
import type { TwilioRequest } from '../../kernel/route';
import { TwilioError } from '../../kernel/twilioError';
import { readEvents, type Callback } from '../callback';
import type { TwimlUrl } from '../program/fetchTwiml';
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

/** Where a request says that a document is, e.g. `AnnounceUrl` and `AnnounceMethod` for `Announce`. Throws 400/21205. */
export function readUrl(request: TwilioRequest, name: string): TwimlUrl | undefined {
  const url = formOf(request).text(`${name}Url`);
  return url === undefined ? undefined : { url: urlOf(url), method: methodOf(request, `${name}Method`) };
}

/** 32018 "Twiml size exceeded maximum allowed value" of 4,000 characters. */
const TWIML_MAX = 4_000;
const TWIML_TOO_LONG = 32_018;

/** The TwiML a request brings, or where it is: of `Url` and `Twiml` the first. Undefined without either. */
export function readSource(request: TwilioRequest): TwimlSource | undefined {
  const source = readUrl(request, '') ?? readTwiml(request);
  const fallback = readUrl(request, 'Fallback');
  return source && fallback ? { ...source, fallback } : source;
}

function readTwiml(request: TwilioRequest): TwimlSource | undefined {
  const twiml = formOf(request).text('Twiml');
  if (twiml === undefined) return undefined;
  if (twiml.length > TWIML_MAX)
    throw new TwilioError(400, TWIML_TOO_LONG, `Twiml has more than ${TWIML_MAX} characters`);
  return { twiml };
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
