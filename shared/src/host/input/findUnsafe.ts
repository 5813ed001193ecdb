import { isObject } from '../../isObject';

const DEPTH = 32;

/**
 * What makes a value unfit to be handled, as the end of the sentence "The body …"; undefined when nothing does.
 * A key `__proto__` is harmless where it is parsed and not where it is assigned, so it never gets that far.
 */
export function findUnsafe(value: unknown, maxLength: number): string | undefined {
  let left = maxLength;
  const visit = (current: unknown, depth: number): string | undefined => {
    left -= typeof current === 'string' ? current.length : 1;
    if (left < 0) return `is larger than ${maxLength} characters`;
    if (!isObject(current)) return undefined;
    if (depth === DEPTH) return `is nested more than ${DEPTH} levels deep`;
    for (const [key, child] of Object.entries(current)) {
      if (key === '__proto__') return 'has a key that is not allowed';
      if (!Array.isArray(current)) left -= key.length;
      const problem = visit(child, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return visit(value, 0);
}
