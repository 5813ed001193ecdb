import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Service } from '../services/service';
import type { Finding } from './finding';

const FILE = '.twilioserverlessrc';
const Settings = z.record(z.string(), z.unknown());

const expected: readonly [key: string, isRight: (value: unknown) => boolean, wanted: string][] = [
  ['functionsFolder', (value) => value === 'dist/functions', '"dist/functions"'],
  ['assetsFolder', (value) => value === undefined || value === 'dist/assets', '"dist/assets"'],
  ['runtime', (value) => value === 'node24', '"node24"'],
  [
    'serviceName',
    (value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,49}$/.test(value),
    'up to 49 letters, digits and dashes',
  ],
];

/** Without these settings the uploader looks into src/, finds no .js file and reports a successful deployment of nothing. */
export function checkConfiguration(service: Service): Finding[] {
  const where = `serverless/${service.name}/${FILE}`;
  const file = path.join(service.dir, FILE);
  const mend = `Write ${where}: {"functionsFolder":"dist/functions","assetsFolder":"dist/assets","runtime":"node24","serviceName":"${service.name}"}`;
  if (!existsSync(file)) return [{ problem: `${where} is missing.`, mend }];
  const settings = readSettings(readFileSync(file, 'utf8'));
  if (settings === undefined) return [{ problem: `${where} is not a JSON object.`, mend }];
  return expected.flatMap(([key, isRight, wanted]) =>
    isRight(settings[key])
      ? []
      : [
          {
            problem: `${where}: ${key} is ${settings[key] === undefined ? 'missing' : JSON.stringify(settings[key])}, must be ${wanted}.`,
            mend,
          },
        ],
  );
}

function readSettings(text: string): Record<string, unknown> | undefined {
  try {
    return z.safeParse(Settings, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
