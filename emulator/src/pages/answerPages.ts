import type { IncomingMessage } from 'node:http';
import { readBody } from '../kernel/readBody';
import { replyToError, respond } from '../kernel/respond';
import type { Reply } from '../kernel/route';
import type { LocalAnswerer } from '../kernel/server';
import { TwilioError } from '../kernel/twilioError';
import type { PageAnswerer } from './pageRoute';

export interface Pages {
  /** `localhost` and loopback addresses. */
  readonly console: PageAnswerer;
  /** Names below it, e.g. `alice.localhost`. */
  readonly flex: PageAnswerer;
}

const missing = (path: string): Reply => ({ status: 404, body: `There is no page ${path} here.\n` });

/** In words: who looks at a page that failed has no journal to look into. */
const failed = (error: unknown): Reply =>
  error instanceof TwilioError
    ? replyToError(error)
    : { status: 500, body: `The page failed: ${error instanceof Error ? error.message : String(error)}\n` };

/** Another site's page must not read what belongs to one of ours by including it, least of all a session. */
const HEADERS = { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' };

/** Answers browsers: the console on this machine's own name, a Flex page on every name below it. */
export function createPageAnswerer(pages: Pages): LocalAnswerer {
  const answer = async (request: IncomingMessage, target: Parameters<LocalAnswerer>[2]): Promise<Reply> => {
    const rawBody = await readBody(request);
    const page = target.host.endsWith('.localhost') ? pages.flex : pages.console;
    const { method = 'GET', headers } = request;
    return (await page({ ...target, method, headers, rawBody })) ?? missing(target.path);
  };

  return async (request, response, target) => {
    const reply = await answer(request, target).catch(failed);
    if (!response.destroyed) respond(response, reply, HEADERS);
  };
}
