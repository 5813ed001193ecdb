import type { IncomingMessage } from 'node:http';
import { InvalidInput } from '../kernel/jsonFields';
import { mediaType } from '../kernel/parseBody';
import { readBody } from '../kernel/readBody';
import { readJson } from '../kernel/readJson';
import { respond } from '../kernel/respond';
import type { Reply } from '../kernel/route';
import { createRouter } from '../kernel/router';
import type { LocalAnswerer } from '../kernel/server';
import { TwilioError } from '../kernel/twilioError';
import { isLoopback } from '../kernel/twilioHost';
import type { AdminRoute } from './adminRoute';

const refuse = (status: number, error: string): Reply => ({ status, body: { error } });

function replyToAdminError(error: unknown): Reply {
  if (error instanceof InvalidInput || error instanceof RangeError) return refuse(400, error.message);
  if (error instanceof TwilioError)
    return { status: error.status, body: { error: error.message, code: error.code } };
  return refuse(500, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const raw = await readBody(request);
  if (raw === '') return undefined;
  // A web page elsewhere can post forms and plain text to this machine, but not JSON without being asked for leave.
  if (mediaType(request.headers['content-type']) !== 'application/json') {
    throw new InvalidInput('The body must be sent as application/json');
  }
  const parsed = readJson(raw);
  if (parsed === undefined) throw new InvalidInput('The body is not valid JSON');
  return parsed;
}

/** Answers `/_emulator/…` on loopback names only: Twilio has no such thing. The kernel turns pages of other sites away. */
export function createAdminAnswerer(routes: readonly AdminRoute[]): LocalAnswerer {
  const router = createRouter<AdminRoute>();
  for (const route of routes) router.add(route.method, route);

  const answer: (...args: Parameters<LocalAnswerer>) => Promise<Reply> = async (
    request,
    _response,
    target,
  ) => {
    if (!isLoopback(target.host)) return refuse(403, 'The administration answers on loopback names only');
    const method = request.method ?? 'GET';
    const match = router.find(method, target.path);
    if (!match) return refuse(501, `The local Twilio has no route for ${method} ${target.path}`);
    const isWrite = method !== 'GET';
    const json = isWrite ? await readJsonBody(request) : undefined;
    return match.route.handle({ params: match.params, query: target.query, json });
  };

  return async (request, response, target) => {
    const reply = await answer(request, response, target).catch(replyToAdminError);
    if (!response.destroyed) respond(response, reply, { 'Cache-Control': 'no-store' });
  };
}
