import type { Bundle } from './bundle';
import { packageOf } from './packageOf';

const rules = [
  {
    what: 'the twilio SDK',
    matches: (file: string) => packageOf(file) === 'twilio',
    mend: 'declare it under "dependencies" of the service and reach the client through the context',
  },
  {
    // For zod/mini the build puts shared/src/leanZod.
    what: 'zod itself',
    matches: (file: string) => packageOf(file) === 'zod',
    mend: "import * as z from 'zod/mini'",
  },
];

/** One sentence per function that inlines what must never be: each names the file of ours that pulls it in. */
export function findForbiddenInlines({ functions, importers }: Bundle): string[] {
  return functions.flatMap(({ file, inputs }) =>
    rules.flatMap(({ what, matches, mend }) => {
      const inlined = [...inputs].find(([input, bytes]) => bytes > 0 && matches(input))?.[0];
      if (inlined === undefined) return [];
      const offenders = findOwnImporters(inlined, importers).filter((offender) => inputs.has(offender));
      return [`${file} inlines ${what}, imported by ${offenders.join(', ') || inlined}: ${mend}.`];
    }),
  );
}

/** Our own files from which `file` is reached through packages only. */
function findOwnImporters(file: string, importers: Bundle['importers']): string[] {
  const seen = new Set<string>();
  const own = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const importer of importers.get(next) ?? []) {
      if (packageOf(importer) === undefined) own.add(importer);
      else if (!seen.has(importer)) {
        seen.add(importer);
        open.push(importer);
      }
    }
  }
  return [...own].sort();
}
