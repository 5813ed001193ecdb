/**
 * Objects as one form, later ones winning: text as it is, everything else as JSON text. A form is what a browser sends
 * without a preflight, which on Twilio's platform doesn't allow every header.
 */
export function encodeForm(...parts: readonly unknown[]): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of parts.flatMap(entriesOf)) {
    if (value !== undefined) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

const entriesOf = (part: unknown): readonly (readonly [string, unknown])[] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];
