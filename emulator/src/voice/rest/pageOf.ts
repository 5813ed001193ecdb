import type { Reply, TwilioRequest } from '../../kernel/route';

const MAX_PAGE_SIZE = 1000;
const DEFAULT_PAGE_SIZE = 50;

const countOf = (request: TwilioRequest, name: string, fallback: number): number => {
  const value = Number(request.query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
};

/** One page of a list in the dialect of the API of 2010: page numbers and relative URIs beside the array. */
export function pageOf<T>(
  request: TwilioRequest,
  key: string,
  items: readonly T[],
  show: (item: T) => unknown,
): Reply {
  const size = Math.min(Math.max(countOf(request, 'PageSize', DEFAULT_PAGE_SIZE), 1), MAX_PAGE_SIZE);
  const page = countOf(request, 'Page', 0);
  const uri = (index: number): string => {
    const query = new URLSearchParams(request.query);
    query.set('PageSize', String(size));
    query.set('Page', String(index));
    if (index > 0) query.set('PageToken', `PA${index}`);
    else query.delete('PageToken');
    return `${request.path}?${query.toString()}`;
  };
  const start = page * size;
  const shown = items.slice(start, start + size);
  return {
    status: 200,
    body: {
      [key]: shown.map(show),
      start,
      end: Math.max(start, start + shown.length - 1),
      page,
      page_size: size,
      uri: uri(page),
      first_page_uri: uri(0),
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      next_page_uri: start + size < items.length ? uri(page + 1) : null,
    },
  };
}
