import * as z from 'zod/mini';
import { readBody } from './readBody';
import type { TwilioApi } from './twilioApi';
import { UpstreamError } from './upstreamError';

const PAGE_SIZE = 50;
const MAX_PAGES = 20;

const Page = z.object({ meta: z.object({ key: z.string(), next_page_url: z.nullish(z.string()) }) });
const Items = z.array(z.unknown());

/**
 * Every item of a list on one of Twilio's v1 hosts, 1 read per 50. Above 1,000 items it throws rather than return a part
 * as if it were the whole.
 */
export const listAll = async (
  api: TwilioApi,
  url: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> => {
  const items: unknown[] = [];
  let next: string | undefined =
    `${url}?${new URLSearchParams({ ...query, PageSize: String(PAGE_SIZE) }).toString()}`;
  for (let page = 1; next !== undefined; page += 1) {
    if (page > MAX_PAGES)
      throw new UpstreamError({ reason: 'refused', outcome: 'definite', retryable: false });
    const { body } = await api({ effect: 'read', method: 'get', url: next });
    const { meta } = readBody(Page, body);
    items.push(...readBody(Items, Reflect.get(body, meta.key)));
    next = nextPage(url, meta.next_page_url);
  }
  return items;
};

/** Only the query of the next page's address is used: credentials go to no host that an answer names. */
const nextPage = (url: string, nextPageUrl: string | null | undefined): string | undefined =>
  nextPageUrl ? url + new URL(nextPageUrl).search : undefined;
