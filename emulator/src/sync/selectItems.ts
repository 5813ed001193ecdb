import { invalid } from '../kernel/twilioError';
import type { CollectionKind } from './collectionKind';
import type { SyncCollection, SyncItem } from './model';

/** The items a list request asks for, in its order: `Order`, `From`, `Bounds`. */
export function selectItems(
  kind: CollectionKind,
  collection: SyncCollection,
  query: URLSearchParams,
): SyncItem[] {
  const descending = readChoice(query, 'Order', ['asc', 'desc']) === 'desc';
  const exclusive = readChoice(query, 'Bounds', ['inclusive', 'exclusive']) === 'exclusive';
  const from = query.get('From');
  const compare = (a: string, b: string): number => kind.compareKeys(a, b) * (descending ? -1 : 1);
  return [...collection.items.values()]
    .filter(({ key }) => from === null || compare(key, from) > (exclusive ? 0 : -1))
    .sort((a, b) => compare(a.key, b.key));
}

/** The first of `choices` is the default. */
function readChoice(query: URLSearchParams, name: string, choices: readonly [string, string]): string {
  const value = query.get(name) ?? choices[0];
  if (!choices.includes(value)) throw invalid(`${name} must be one of ${choices.join(', ')}`);
  return value;
}
