import { TokenRefused } from '@patchbay/shared';
import type { ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import { readJson } from '../insights/answers';
import { InsightsRefused, InsightsTokenRefused, ReportFailed } from '../insights/failures';
import type { SendHttp } from '../insights/sendHttp';

const PATH = '/v1/Insights/Segments';
const PAGE_SIZE = 100;
const MOST_PAGES = 20;

const SegmentsAnswer = z.object({
  segments: z.array(z.object({ segment_id: z.nullish(z.string()) })),
  meta: z.object({ next_page_url: z.nullish(z.string()) }),
});

/**
 * The segments of reservations by Flex's API, in the name of the user whose token this is: 1 read per 100 segments. Throws
 * TokenRefused when Flex doesn't take the token, InsightsRefused when the user may not see segments.
 */
export async function flexSegments(
  send: SendHttp,
  token: string,
  reservations: readonly ReservationSid[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  // As Flex UI sends it: basic authorization of a user called "token".
  const headers = { Authorization: `Basic ${Buffer.from(`token:${token}`).toString('base64')}` };
  const query = new URLSearchParams([
    ...reservations.map((sid): [string, string] => ['ReservationId', sid]),
    ['PageSize', String(PAGE_SIZE)],
  ]);
  let search: string | undefined = `?${query.toString()}`;
  for (let page = 1; search !== undefined; page += 1) {
    if (page > MOST_PAGES) throw new ReportFailed('flex/too-many');
    const { segments, meta } = await readPage(send, PATH + search, headers);
    for (const { segment_id: id } of segments)
      if (id !== null && id !== undefined && id !== '') found.add(id);
    // Only the query of the next page's address is used: the token goes to no host that an answer names.
    search = meta.next_page_url ? new URL(meta.next_page_url).search : undefined;
  }
  return [...found];
}

async function readPage(send: SendHttp, path: string, headers: Readonly<Record<string, string>>) {
  try {
    const { status, text } = await send({ step: 'flex', method: 'GET', path, headers });
    if (status === 403) throw new InsightsRefused('flex/403');
    if (status !== 200) throw new ReportFailed(`flex/${status}`);
    return readJson(SegmentsAnswer, text, 'flex');
  } catch (error) {
    throw error instanceof InsightsTokenRefused ? new TokenRefused(error) : error;
  }
}
