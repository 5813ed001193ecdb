import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { readEnvironment } from '../../deployable/readEnvironment';
import { repositoryRoot } from '../../services/repositoryRoot';
import { writeAtomically } from '../../services/writeAtomically';
import { mergeEnvironment } from './mergeEnvironment';

type Values = Readonly<Record<string, string>>;

const fileOf = (service: string): string => path.join(repositoryRoot, 'serverless', service, '.env');
const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** What a service's env file sets; nothing where there is none. */
export const readServiceEnvironment = (service: string): Values => readEnvironment(textOf(fileOf(service)));

/** The repository's own env file, where the account's credentials may be. */
export const readRootEnvironment = (): Values => readEnvironment(textOf(path.join(repositoryRoot, '.env')));

/** Writes values into a service's env file, readable by this user only; every other line stays. */
export function writeServiceEnvironment(service: string, values: Values): void {
  const file = fileOf(service);
  const text = textOf(file);
  const merged = mergeEnvironment(text, values);
  if (merged !== text) writeAtomically(file, merged, 0o600);
}

/** Secrets that a service needs and its env file lacks. */
export function missingSecrets(service: string): Values {
  const present = readServiceEnvironment(service);
  const secret = (): string => randomBytes(24).toString('base64url');
  const secrets: Values = {
    ...(service !== 'segment-lookup' && { EVENTS_BASIC_AUTH: `events:${secret()}` }),
    ...(service === 'disconnect-recovery' && { RECONCILE_SECRET: secret() }),
  };
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => !present[name]));
}
