import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

/** The parts of a service's package.json that decide what is bundled and what Twilio installs. */
const ServicePackage = z.object({
  name: z.string(),
  dependencies: z.optional(z.record(z.string(), z.string())),
});

/** One Twilio Functions service of this repository. */
export interface Service {
  readonly name: string;
  /** Absolute. */
  readonly dir: string;
  /** What Twilio installs in the cloud: declared, never bundled. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Reads the service in `dir`; throws when its package.json is missing or not one. */
export function readService(dir: string): Service {
  const file = path.join(dir, 'package.json');
  if (!existsSync(file)) throw new Error(`${dir} is not a service: it has no package.json.`);
  const { name, dependencies = {} } = z.parse(ServicePackage, JSON.parse(readFileSync(file, 'utf8')));
  return { name, dir, dependencies };
}
