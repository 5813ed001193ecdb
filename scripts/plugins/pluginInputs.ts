import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from './findPlugins';

/** Made by tools, or suites that click through what was built: no bundle depends on them. */
const IGNORED = new Set(['node_modules', 'build', 'dist', 'coverage', '.DS_Store', 'browser']);

/** Every file a plugin's bundle depends on, sorted; the lock file stands for what npm installed. */
export function pluginInputs(plugin: Pick<Plugin, 'dir'>, root: string): string[] {
  const folders = [plugin.dir, path.join(root, 'plugins/kit'), path.join(root, 'shared/src')];
  const lock = path.join(root, 'package-lock.json');
  return [...folders.flatMap(filesIn), ...(existsSync(lock) ? [lock] : [])]
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort();
}

/** The folders in which people change what a plugin is built from. */
export const pluginSources = (plugin: Pick<Plugin, 'dir'>, root: string): string[] => [
  ...['src', 'public'].map((folder) => path.join(plugin.dir, folder)),
  path.join(root, 'plugins/kit/src'),
  ...['contracts', 'client'].map((folder) => path.join(root, 'shared/src', folder)),
];

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(file);
      return entry.isFile() ? [file] : [];
    });
}
