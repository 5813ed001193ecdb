import { noRoute } from '../../kernel/dispatch';
import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';

/** The API of 2010 names JSON in the path; without it Twilio answers XML, which the local Twilio doesn't speak. */
const JSON_SUFFIX = '.json';

/** A route below the account: `path` as the documentation writes it, without `.json`. */
export function accountRoute(
  accountSid: string,
  method: Route['method'],
  path: string,
  handle: (request: TwilioRequest) => Reply,
): Route {
  const endsInName = /:\w+$/.test(path);
  return {
    method,
    pattern: `/2010-04-01/Accounts/:accountSid${path}${endsInName ? '' : JSON_SUFFIX}`,
    handle(request) {
      if (pathSid(request, 'accountSid') !== accountSid) throw notFound(request.path);
      if (!request.path.endsWith(JSON_SUFFIX)) throw noRoute(method, request.host, request.path);
      return handle(request);
    },
  };
}

/** The last name of a path, without its `.json`. */
export const lastSid = (request: TwilioRequest, name: string): string =>
  pathSid(request, name).slice(0, -JSON_SUFFIX.length);
