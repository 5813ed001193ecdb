/**
 * Reads an env file as `twilio-run` does (dotenv 6: one assignment a line, surrounding quotes stripped, `\n` in double
 * quotes a line break, no escapes).
 */
export function readEnvironment(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw = ''] = /^\s*([\w.-]+)\s*=\s*(.*)?\s*$/.exec(line) ?? [];
    if (name !== undefined) values[name] = unquote(raw.trim());
  }
  return values;
}

function unquote(value: string): string {
  const quote = /^(["'])([^]*)\1$/.exec(value);
  if (!quote) return value;
  const inner = quote[2] ?? '';
  return quote[1] === '"' ? inner.replace(/\\n/g, '\n') : inner;
}
