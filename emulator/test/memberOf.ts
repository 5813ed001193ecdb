/** A field of a JSON value, or an item of a list by its place; undefined where there is none. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** A text in a JSON object. Throws where there is none. */
export function textIn(value: unknown, name: string): string {
  const text = memberOf(value, name);
  if (typeof text !== 'string') throw new Error(`No text ${name} in ${JSON.stringify(value)}`);
  return text;
}
