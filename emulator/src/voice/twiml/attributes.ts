import { SCHEMA_FAILURE, TwimlError } from './parseTwiml';
import type { XmlElement } from './parseXml';

/** `true` or `false`; `fallback` when the attribute is absent. Throws TwimlError for anything else. */
export function flagOf(element: XmlElement, name: string, fallback: boolean): boolean {
  const text = element.attributes[name];
  if (text === undefined) return fallback;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new TwimlError(SCHEMA_FAILURE, `${name} of <${element.name}> must be true or false`);
}

/** A whole number from `min`; `fallback` when the attribute is absent. Throws TwimlError for anything else. */
export function countOf(element: XmlElement, name: string, fallback: number, min = 0): number {
  const text = element.attributes[name];
  if (text === undefined) return fallback;
  const count = Number(text);
  if (text !== '' && Number.isInteger(count) && count >= min) return count;
  throw new TwimlError(SCHEMA_FAILURE, `${name} of <${element.name}> must be a whole number from ${min}`);
}

/** GET or POST, POST unless given. */
export const methodOf = (element: XmlElement, name = 'method'): 'GET' | 'POST' =>
  element.attributes[name]?.toUpperCase() === 'GET' ? 'GET' : 'POST';

/** An attribute that isn't empty. */
export const textOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes[name] === '' ? undefined : element.attributes[name];

/** Refuses an element that isn't one of `known` below `parent`. */
export function requireKnown(parent: XmlElement, known: readonly string[]): void {
  const stranger = parent.children.find(({ name }) => !known.includes(name));
  if (!stranger) return;
  throw new TwimlError(SCHEMA_FAILURE, `The local Twilio knows no <${stranger.name}> in <${parent.name}>`);
}
