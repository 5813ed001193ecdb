import { readJson } from '../../kernel/readJson';
import { isObject } from '../../kernel/isObject';
import { invalid } from '../../kernel/twilioError';
import type { CollectionKind } from '../collectionKind';
import { MAX_PAGE_SIZE } from '../maxPageSize';
import type { SyncCollection, SyncItem } from '../model';

const DEFAULT_PAGE_SIZE = 50;

/** Which items are asked for. A page token carries all of it: the SDK sends nothing else for the next page. */
interface PageQuery {
  /** The first key of the page; the collection's first (or last) when absent. */
  readonly from: string | undefined;
  readonly descending: boolean;
  readonly size: number;
}

export interface ItemPage {
  readonly items: readonly SyncItem[];
  readonly previousToken: string | null;
  readonly nextToken: string | null;
}

/** One page of a collection's items: `Key` or `Index` alone, or `From`, `Order`, `PageSize`, or a `PageToken`. */
export function pageItems(
  kind: CollectionKind,
  collection: SyncCollection,
  query: URLSearchParams,
): ItemPage {
  const key = query.get(kind.kind === 'map' ? 'Key' : 'Index');
  if (key !== null) {
    const item = collection.items.get(key);
    return { items: item ? [item] : [], previousToken: null, nextToken: null };
  }
  const asked = readQuery(query);
  const sign = asked.descending ? -1 : 1;
  const compare = (a: string, b: string): number => sign * kind.compareKeys(a, b);
  const { from, size } = asked;
  const all = [...collection.items.values()].sort((a, b) => compare(a.key, b.key));
  const found = from === undefined ? 0 : all.findIndex((item) => compare(item.key, from) >= 0);
  const start = found < 0 ? all.length : found;
  const token = (item: SyncItem | undefined): string | null =>
    item ? writeToken({ ...asked, from: item.key }) : null;
  return {
    items: all.slice(start, start + size),
    previousToken: start > 0 ? token(all[Math.max(0, start - size)]) : null,
    nextToken: token(all[start + size]),
  };
}

function readQuery(query: URLSearchParams): PageQuery {
  const token = query.get('PageToken');
  if (token !== null) return readToken(token);
  const size = Number(query.get('PageSize') ?? DEFAULT_PAGE_SIZE);
  return {
    from: query.get('From') ?? undefined,
    descending: query.get('Order') === 'desc',
    size: Number.isInteger(size) && size > 0 ? Math.min(size, MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE,
  };
}

const writeToken = (page: PageQuery): string => Buffer.from(JSON.stringify(page)).toString('base64url');

function readToken(token: string): PageQuery {
  const page = readJson(Buffer.from(token, 'base64url').toString('utf8'));
  if (!isObject(page)) throw invalid('PageToken is invalid');
  const { from, descending, size } = page;
  if (typeof from !== 'string' || typeof descending !== 'boolean' || typeof size !== 'number') {
    throw invalid('PageToken is invalid');
  }
  return { from, descending, size: Math.min(Math.max(1, Math.floor(size)), MAX_PAGE_SIZE) };
}
