import { existsSync, watch, type FSWatcher } from 'node:fs';

/** Milliseconds of silence after a change: an editor's save is several events. */
const QUIET_MS = 60;

/**
 * Runs `react` after every change in the folders that are there, one at a time; what changes meanwhile makes it run once
 * more. Returns the way to stop.
 */
export function watchFolders(folders: readonly string[], react: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let changed = false;

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      while (changed) {
        changed = false;
        await react();
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
