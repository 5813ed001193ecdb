import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { listFolders } from '../services/listFolders';

const Named = z.object({ name: z.string() });

/** The names of this repository's own packages. */
export function findOwnPackages(root: string): string[] {
  const folders = ['shared', 'emulator', ...listFolders(root, 'serverless'), ...listFolders(root, 'plugins')];
  return folders
    .map((folder) => path.join(root, folder, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => z.parse(Named, JSON.parse(readFileSync(file, 'utf8'))).name);
}
