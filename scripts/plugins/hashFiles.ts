import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One hash over the names (relative to `root`) and contents of files; another order is another hash. */
export function hashFiles(files: readonly string[], root: string): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const contents = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex');
}
