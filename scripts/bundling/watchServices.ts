import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Service } from '../services/service';

/** Milliseconds of silence after a change: an editor's save is several events. */
const QUIET_MS = 60;

/** Runs `rebuild` after every change under the services' or shared's sources, one at a time; returns the way to stop. */
export function watchServices(
  services: readonly Service[],
  root: string,
  rebuild: () => Promise<unknown>,
): () => void {
  const folders = [...services.map(({ dir }) => path.join(dir, 'src')), path.join(root, 'shared/src')];
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let changed = false;

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      while (changed) {
        changed = false;
        await rebuild();
      }
    } finally {
      running = false;
    }
  };
  const onChange = (): void => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  const watchers: FSWatcher[] = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => watch(folder, { recursive: true }, onChange));

  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
