import type { IncomingMessage } from 'node:http';
import { readBody } from '../kernel/readBody';
import { replyToError, respond } from '../kernel/respond';
import type { Reply } from '../kernel/route';
import type { LocalAnswerer } from '../kernel/server';
import type { PageAnswerer } from './pageRoute';

export interface Pages {
  /** `localhost` and loopback addresses. */
  readonly console: PageAnswerer;
  /** Names below it, e.g. `alice.localhost`. */
  readonly flex: PageAnswerer;
}

const missing = (path: string): Reply => ({ status: 404, body: `There is no page ${path} here.\n` });

/** Answers browsers: the console on this machine's own name, a Flex page on every name below it. */
export function createPageAnswerer(pages: Pages): LocalAnswerer {
  const answer = async (request: IncomingMessage, target: Parameters<LocalAnswerer>[2]): Promise<Reply> => {
    const rawBody = await readBody(request);
    const page = target.host.endsWith('.localhost') ? pages.flex : pages.console;
    const { method = 'GET', headers } = request;
    return (await page({ ...target, method, headers, rawBody })) ?? missing(target.path);
  };

  return async (request, response, target) => {
    const reply = await answer(request, target).catch(replyToError);
    if (!response.destroyed) respond(response, reply, { 'Cache-Control': 'no-store' });
  };
}
