/** The value of a JSON text; undefined, which JSON doesn't have, for a text that is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
