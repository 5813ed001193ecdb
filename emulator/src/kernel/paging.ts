import type { Reply, TwilioRequest } from './route';

const DEFAULT_PAGE_SIZE = 50;

interface PageMeta {
  readonly first_page_url: string;
  readonly key: string;
  readonly next_page_url: string | null;
  readonly page: number;
  readonly page_size: number;
  readonly previous_page_url: string | null;
  readonly url: string;
}

interface PageReply extends Reply {
  readonly body: { readonly meta: PageMeta; readonly [key: string]: unknown };
}

/**
 * One page of a list in the dialect of Twilio's v1 hosts: `meta` with absolute URLs and a `PageToken`.
 * @param key name of the array in the body, also `meta.key`
 * @param maxPageSize 1000 for most products, 100 for Sync items
 */
export function page<T>(
  request: TwilioRequest,
  key: string,
  items: readonly T[],
  show: (item: T) => unknown,
  maxPageSize = 1000,
): PageReply {
  const asked = Number(request.query.get('PageSize') ?? DEFAULT_PAGE_SIZE);
  const size = Math.min(Math.max(Number.isInteger(asked) ? asked : DEFAULT_PAGE_SIZE, 1), maxPageSize);
  const index = Math.max(0, Math.floor(Number(request.query.get('Page') ?? 0)) || 0);
  const url = (pageIndex: number): string => {
    const query = new URLSearchParams(request.query);
    query.set('PageSize', String(size));
    query.set('Page', String(pageIndex));
    if (pageIndex > 0) query.set('PageToken', `PA${pageIndex}`);
    else query.delete('PageToken');
    return `https://${request.host}${request.path}?${query.toString()}`;
  };
  const hasNext = (index + 1) * size < items.length;
  return {
    status: 200,
    body: {
      [key]: items.slice(index * size, (index + 1) * size).map(show),
      meta: {
        first_page_url: url(0),
        key,
        next_page_url: hasNext ? url(index + 1) : null,
        page: index,
        page_size: size,
        previous_page_url: index > 0 ? url(index - 1) : null,
        url: url(index),
      },
    },
  };
}

/** ISO-8601 in whole seconds, as every v1 host writes dates. */
export const isoDate = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
