/** The SID that a name of a scenario has got. Throws when there is none, so that a test does not go on without. */
export function sidOf(table: Readonly<Record<string, string>>, name: string): string {
  const sid = table[name];
  if (sid === undefined) throw new Error(`The scenario has no ${name}`);
  return sid;
}
