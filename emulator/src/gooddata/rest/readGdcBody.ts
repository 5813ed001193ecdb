import { isObject } from '../../kernel/isObject';
import { mediaType } from '../../kernel/parseBody';
import type { TwilioRequest } from '../../kernel/route';
import { refuse } from './refusal';

type Fields = Readonly<Record<string, unknown>>;

/** The JSON object a request carries. Throws 415 for another media type, 400 for JSON that is no object. */
export function readGdcBody({ headers, json }: TwilioRequest): Fields {
  if (mediaType(headers['content-type']) !== 'application/json')
    throw refuse(415, 'The body must be application/json');
  if (isObject(json)) return json;
  throw refuse(400, 'The body is not a JSON object');
}

/** The object that GoodData's requests wrap everything in. Throws 400 without it. */
export function unwrap(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (isObject(value)) return value;
  throw refuse(400, `The request has no ${name}`);
}

/** A list of texts; undefined when there is none. Throws 400 for anything else. */
export function textsIn(fields: Fields, name: string): readonly string[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return value;
  throw refuse(400, `${name} must be a list of texts`);
}
