import { createHash } from 'node:crypto';

/** The variables that flex-plugin-webpack writes into a bundle (its clientVariables.js). */
const WRITTEN_IN = /^(FLEX|REACT)_APP_/i;

/** One hash over the environment variables a plugin's bundle depends on, in whatever order they stand. */
export function hashVariables(environment: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(environment)
    .filter((one) => WRITTEN_IN.test(one))
    .sort()) {
    hash.update(`${name}=${JSON.stringify(environment[name] ?? null)}\n`);
  }
  return hash.digest('hex');
}
