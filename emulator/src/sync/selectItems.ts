import type { Parameters } from '../kernel/parameters';
import type { CollectionKind } from './collectionKind';
import type { SyncCollection, SyncItem } from './model';

/** The items a list request asks for, in its order: `Order`, `From`, `Bounds`. */
export function selectItems(kind: CollectionKind, collection: SyncCollection, query: Parameters): SyncItem[] {
  const descending = query.choice('Order', ['asc', 'desc']) === 'desc';
  const exclusive = query.choice('Bounds', ['inclusive', 'exclusive']) === 'exclusive';
  const from = query.text('From') ?? null;
  const compare = (a: string, b: string): number => kind.compareKeys(a, b) * (descending ? -1 : 1);
  return [...collection.items.values()]
    .filter(({ key }) => from === null || compare(key, from) > (exclusive ? 0 : -1))
    .sort((a, b) => compare(a.key, b.key));
}
