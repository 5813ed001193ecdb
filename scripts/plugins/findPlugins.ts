import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { listFolders } from '../services/listFolders';
import type { BuiltPlugin } from './builtPlugin';

/** A folder under `plugins/` that Twilio's tool builds into `file`. */
export interface Plugin extends BuiltPlugin {
  readonly dir: string;
}

const Package = z.object({ name: z.string(), version: z.string() });

/** The plugins of the repository; what they share (`plugins/kit`) is none. */
export function findPlugins(root: string): Plugin[] {
  return listFolders(root, 'plugins')
    .map((folder) => path.join(root, folder))
    .filter((dir) => path.basename(dir).startsWith('plugin-') && existsSync(path.join(dir, 'package.json')))
    .map((dir) => {
      const { name, version } = z.parse(
        Package,
        JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')),
      );
      // The name and place flex-plugin-webpack gives a bundle.
      return { name, version, dir, file: path.join(dir, 'build', `${name}.js`) };
    });
}
