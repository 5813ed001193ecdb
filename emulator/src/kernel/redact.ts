import { readJson } from './readJson';

const MAX_TEXT = 4096;
const MAX_FIELDS = 100;
const MAX_DEPTH = 12;
const REMOVED = '[removed]';
const JSON_START = /^\s*[[{"]/;
const SECRET_NAME = /token|authorization|secret|password|credential/i;
/** JSON web tokens and the local Twilio's own tokens, wherever they stand in a text. */
const TOKEN_TEXT = /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*|local-[0-9a-f]{64}/g;

const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

/** A text without tokens, at most 4,096 characters. */
export function redactText(text: string): string {
  // Removed before it is cut: half a token would no longer be recognised as one.
  return cut(text.replace(TOKEN_TEXT, REMOVED));
}

/** A text that is itself JSON, as clients that encode twice send it, is redacted as what it says. */
function redactNested(text: string, depth: number): string {
  const nested = SECRET_NAME.test(text) && JSON_START.test(text) ? readJson(text) : undefined;
  return redactText(nested === undefined ? text : JSON.stringify(redactValue(nested, depth + 1)));
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? redactNested(value, depth) : value;
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, MAX_FIELDS).map((item) => redactValue(item, depth + 1));
  const fields = Object.entries(value).slice(0, MAX_FIELDS);
  return Object.fromEntries(
    fields.map(([name, field]: [string, unknown]) => [
      redactText(name),
      SECRET_NAME.test(name) ? REMOVED : redactValue(field, depth + 1),
    ]),
  );
}

function redactForm(raw: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const form = new URLSearchParams(raw);
  for (const name of new Set(form.keys())) {
    if (Object.keys(fields).length >= MAX_FIELDS) break;
    const values = form.getAll(name);
    fields[redactText(name)] = redactValue(
      SECRET_NAME.test(name) ? REMOVED : values.length > 1 ? values : values[0],
      0,
    );
  }
  return fields;
}

/**
 * A body as the journal keeps it: fields or JSON, without tokens and credentials, texts cut at 4,096 characters.
 * What looks like JSON is read as JSON whatever its content type says: the worker SDK posts JSON, with its token
 * in it, as `application/x-www-form-urlencoded`.
 */
export function redactBody(raw: string): unknown {
  if (raw === '') return undefined;
  if (JSON_START.test(raw)) {
    const value = readJson(raw);
    return value === undefined ? '[not valid JSON]' : redactValue(value, 0);
  }
  return redactForm(raw);
}
