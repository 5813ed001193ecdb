/** The value that a `Set-Cookie` header sets for a name; undefined for none and for one that is set to nothing. */
export function readCookie(setCookie: unknown, name: string): string | undefined {
  const lines: readonly unknown[] = Array.isArray(setCookie) ? setCookie : [setCookie];
  for (const line of lines) {
    const [pair = ''] = typeof line === 'string' ? line.split(';') : [];
    const [key = '', ...value] = pair.split('=');
    if (key.trim() === name && value.join('=').trim() !== '') return value.join('=').trim();
  }
  return undefined;
}
