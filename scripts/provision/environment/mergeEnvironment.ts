/**
 * The text of an env file with these values: a line that sets one of them is replaced where it stands, others are added
 * at the end, everything else stays as it is, comments too.
 */
export function mergeEnvironment(text: string, values: Readonly<Record<string, string>>): string {
  const missing = new Map(Object.entries(values));
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const name = /^\s*([\w.-]+)\s*=/.exec(line)?.[1];
    if (name === undefined || !(name in values)) return [line];
    // The last one would win: one is enough.
    const value = missing.get(name);
    missing.delete(name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const kept = lines.join('\n').replace(/\n*$/, '\n').replace(/^\n$/, '');
  return kept + Array.from(missing, ([name, value]) => `${name}=${value}\n`).join('');
}
