import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

const Hashes = z.record(z.string(), z.string());
const BuildRecord = z.object({ inputs: Hashes, outputs: Hashes, problems: z.array(z.string()) });

/** What a build was made from and what it wrote (SHA-256 by path relative to the service), and what the gates found. */
export type BuildRecord = z.infer<typeof BuildRecord>;

/** Beside dist/functions, where Twilio's uploader does not look. */
export const BUILD_RECORD = 'dist/build-record.json';

/** The record of the service's last build; undefined when there is none or it is not readable as one. */
export function readBuildRecord(serviceDir: string): BuildRecord | undefined {
  const file = path.join(serviceDir, BUILD_RECORD);
  if (!existsSync(file)) return undefined;
  try {
    return z.parse(BuildRecord, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export const hashOf = (contents: string | Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex');

/** SHA-256 of a file; undefined when it is not there. */
export function hashOfFile(file: string): string | undefined {
  return existsSync(file) ? hashOf(readFileSync(file)) : undefined;
}
