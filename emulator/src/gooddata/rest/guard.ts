import { pathSid } from '../../kernel/pathSid';
import type { Refusal, Reply, Route, TwilioRequest } from '../../kernel/route';
import { cookieOf } from '../auth/cookies';
import type { InsightsContext } from '../insightsContext';
import { challenge, refuse } from './refusal';

type Handle = (request: TwilioRequest) => Reply;

/** Makes the routes of GoodData's host, with the checks they share. */
export interface RouteMaker {
  /** A route that anybody may call who says what he is. */
  open(method: Route['method'], pattern: string, handle: Handle): Route;
  /** A route of a workspace (`:workspaceId`) for who has a temporary token and access to that workspace. */
  ofWorkspace(method: Route['method'], pattern: string, handle: Handle): Route;
}

const headerOf = ({ headers }: TwilioRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** The temporary token: as a cookie, as documented, or in the header that GoodData's own clients use. */
export const temporaryTokenOf = (request: TwilioRequest): string =>
  headerOf(request, 'x-gdc-authtt') ?? cookieOf(request.headers, 'GDCAuthTT') ?? '';

/** The SST, and whether it came in a cookie: then the answer's token is one, too. */
export function sstOf(request: TwilioRequest): { readonly sst: string; readonly inCookie: boolean } {
  const header = headerOf(request, 'x-gdc-authsst');
  return { sst: header ?? cookieOf(request.headers, 'GDCAuthSST') ?? '', inCookie: header === undefined };
}

export function createRouteMaker({ settings, sessions }: InsightsContext, refusal: Refusal): RouteMaker {
  const open: RouteMaker['open'] = (method, pattern, handle) => ({
    method,
    pattern,
    auth: 'none',
    body: 'any',
    refusal,
    handle: (request) => {
      if (settings.current().requireUserAgent && !headerOf(request, 'user-agent'))
        throw refuse(400, 'The User-Agent header is missing');
      return handle(request);
    },
  });
  return {
    open,
    ofWorkspace: (method, pattern, handle) =>
      open(method, pattern, (request) => {
        if (sessions.holder('tt', temporaryTokenOf(request)) === undefined) throw challenge('GDCAuthTT');
        if (pathSid(request, 'workspaceId') !== settings.current().workspaceId)
          throw refuse(403, 'Access denied: the user has no access to this project');
        return handle(request);
      }),
  };
}
