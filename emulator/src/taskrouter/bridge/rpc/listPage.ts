import { queryOf } from '../../../kernel/parameters';
import type { TwilioRequest } from '../../../kernel/route';

const MAX_PAGE_SIZE = 1000;
const DEFAULT_PAGE_SIZE = 50;

/** A list as the event bridge answers it: `after_sid` continues unordered lists, `meta.next_token` ordered ones. */
export interface ListPage {
  readonly contents: readonly unknown[];
  readonly after_sid: string | null;
  readonly meta: { readonly next_token: string | null };
}

/**
 * One page of `items` after the one named by `AfterSid` or `NextToken` (both are a SID here); `PageSize` 1–1000.
 * A token that no longer names an item starts over, as there is nothing to continue from.
 */
export function listPage<T extends { readonly sid: string }>(
  request: TwilioRequest,
  items: readonly T[],
  show: (item: T) => unknown,
): ListPage {
  const query = queryOf(request);
  const size = query.integer('PageSize', 1, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE;
  const after = query.text('AfterSid') ?? query.text('NextToken');
  const start = after === undefined ? 0 : items.findIndex((item) => item.sid === after) + 1;
  const shown = items.slice(start, start + size);
  const next = start + size < items.length ? (shown.at(-1)?.sid ?? null) : null;
  return { contents: shown.map(show), after_sid: next, meta: { next_token: next } };
}
