import type { Bundle, BundledFunction } from './bundle';
import { packageOf } from './packageOf';

/** Bytes, minified: just above the largest function, so that whatever grows is noticed (docs/decisions/0005). */
export const SIZE_LIMIT = 60_000;
const LIMIT_WITH_AXIOS = 350_000;
/** Functions that carry a recovery on: its rules, and the hands that act on calls, tasks and workers. */
const LIMIT_WITH_RECOVERY = 82_000;
const RECOVERY_RULES = 'src/recovery/transition.ts';

/** The most bytes a function may have; more for one that inlines axios, which alone is about 280 kB, or a recovery's rules. */
export function sizeLimitOf({ inputs }: Pick<BundledFunction, 'inputs'>): number {
  const inlinesAxios = [...inputs].some(([file, bytes]) => bytes > 0 && packageOf(file) === 'axios');
  if (inlinesAxios) return LIMIT_WITH_AXIOS;
  return inputs.has(RECOVERY_RULES) ? LIMIT_WITH_RECOVERY : SIZE_LIMIT;
}

/** One sentence per function above its limit, with what it is made of. */
export function findOversized({ functions }: Bundle): string[] {
  return functions.flatMap((built) => {
    const bytes = built.contents.byteLength;
    const limit = sizeLimitOf(built);
    if (bytes <= limit) return [];
    return [
      `${built.file} has ${bytes} bytes, the limit is ${limit}. Largest parts: ${largestParts(built)}.`,
    ];
  });
}

function largestParts({ inputs }: BundledFunction): string {
  const parts = new Map<string, number>();
  for (const [file, bytes] of inputs) {
    const part = packageOf(file) ?? file;
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  return [...parts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([part, bytes]) => `${part} ${bytes}`)
    .join(', ');
}
