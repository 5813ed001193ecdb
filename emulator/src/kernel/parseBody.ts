import { readJson } from './readJson';
import type { Route, TwilioRequest } from './route';
import { invalid } from './twilioError';

const FORM = 'application/x-www-form-urlencoded';
const EMPTY = new URLSearchParams();

/** The media type of a Content-Type header, lower case, without parameters. */
export const mediaType = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

function parseJson(raw: string): unknown {
  const parsed = readJson(raw);
  if (parsed === undefined) throw invalid('The request body is not valid JSON');
  return parsed;
}

/**
 * Reads a body as the route takes it. A JSON body on a form route is refused with 400/20001: Twilio doesn't read it
 * and answers that the required parameter is missing; here the same refusal also covers routes that require none.
 */
export function parseBody(
  takes: NonNullable<Route['body']>,
  contentType: string | undefined,
  raw: string,
): Pick<TwilioRequest, 'form' | 'json' | 'rawBody'> {
  const type = mediaType(contentType);
  const isJson = type === 'application/json' || type.endsWith('+json');
  if (takes === 'form' && isJson && raw !== '') {
    throw invalid(`Missing required parameters in the post body: this resource takes ${FORM}, not ${type}`);
  }
  return {
    form: raw !== '' && (type === FORM || type === '') ? new URLSearchParams(raw) : EMPTY,
    json: isJson && raw !== '' ? parseJson(raw) : undefined,
    rawBody: raw,
  };
}
