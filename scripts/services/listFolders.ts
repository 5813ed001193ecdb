import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folders directly in `folder` of `root`, as `folder/name`, sorted; none when it does not exist. */
export function listFolders(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}
