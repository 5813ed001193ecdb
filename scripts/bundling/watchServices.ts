import path from 'node:path';
import type { Service } from '../services/service';
import { watchFolders } from '../watching/watchFolders';

/** Runs `rebuild` after every change under the services' or shared's sources, one at a time; returns the way to stop. */
export const watchServices = (
  services: readonly Service[],
  root: string,
  rebuild: () => Promise<unknown>,
): (() => void) =>
  watchFolders([...services.map(({ dir }) => path.join(dir, 'src')), path.join(root, 'shared/src')], rebuild);
