import type { Metafile } from 'esbuild';

/** Turns esbuild's list of imports round: from a file to the files that import it. */
export function importersOf({ inputs }: Pick<Metafile, 'inputs'>): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [importer, { imports }] of Object.entries(inputs)) {
    for (const { path, external } of imports) {
      if (external === true) continue;
      const known = importers.get(path);
      if (known) known.push(importer);
      else importers.set(path, [importer]);
    }
  }
  return importers;
}
