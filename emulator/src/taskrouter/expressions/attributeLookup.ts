import type { AttributePath } from './ast';
import type { Lookup } from './evaluate';

/** A lookup in one JSON value, e.g. `attributeLookup({ worker: {…}, task: {…} })`; inherited properties are missing. */
export function attributeLookup(root: unknown): Lookup {
  return (path: AttributePath) => path.reduce<unknown>(step, root);
}

function step(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}
