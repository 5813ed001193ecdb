import { listFiles } from '../services/listFiles';

/** The functions' source files, relative to `functionsDir`: TypeScript, no tests, no declarations. */
export function findEntries(functionsDir: string): string[] {
  return listFiles(functionsDir).filter((file) => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file));
}
