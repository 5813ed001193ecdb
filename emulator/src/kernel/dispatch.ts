import { createBasicAuthCheck, flexTokenOf } from './basicAuth';
import type { Product, Reply, Route, TwilioRequest } from './route';
import { createRouter, type RouteMatch } from './router';
import type { SocketRoute } from './socketRoute';
import { productLabel } from './twilioHost';
import { TwilioError } from './twilioError';
import { parseBody } from './parseBody';

/** The routes of all products, and the rules every route shares. */
export interface Dispatch {
  find(method: string, host: string, path: string): RouteMatch<Route> | undefined;
  findSocket(host: string, path: string): RouteMatch<SocketRoute> | undefined;
  /** Checks credentials, reads the body and lets the route answer. Throws TwilioError. */
  perform(match: RouteMatch<Route>, request: RawRequest): Promise<Reply>;
}

/** A request as it came, before its route's rules apply. */
export type RawRequest = Pick<TwilioRequest, 'method' | 'host' | 'path' | 'query' | 'headers' | 'rawBody'>;

const METHODS = { GET: true, POST: true, PUT: true, DELETE: true } as const;

/** Whether Twilio's APIs use this method at all. */
export const isTwilioMethod = (method: string): method is TwilioRequest['method'] =>
  Object.hasOwn(METHODS, method);

/** A loud refusal that names what is missing: never a guess at what Twilio might have answered. */
export const noRoute = (method: string, host: string, path: string): TwilioError =>
  new TwilioError(501, 20501, `The local Twilio has no route for ${method} ${host}${path}`);

export function createDispatch(
  products: readonly Product[],
  accountSid: string,
  authToken: string,
  /** Whether a Flex user's token is good; none is unless given. */
  isGoodFlexToken: (token: string) => boolean = () => false,
): Dispatch {
  const routes = createRouter<Route>();
  const sockets = createRouter<SocketRoute>();
  const checkAccount = createBasicAuthCheck(accountSid, authToken);
  const isFlexUser = (authorization: string | undefined): boolean => {
    const token = flexTokenOf(authorization);
    return token !== undefined && isGoodFlexToken(token);
  };
  for (const product of products) {
    for (const route of product.routes) routes.add(`${route.method} ${product.name}`, route);
    for (const socket of product.sockets ?? []) sockets.add(product.name, socket);
  }

  return {
    find: (method, host, path) => routes.find(`${method} ${productLabel(host)}`, path),
    findSocket: (host, path) => sockets.find(productLabel(host), path),
    async perform({ route, params }, request) {
      const { authorization } = request.headers;
      const isLetIn = route.auth === 'none' || (route.auth === 'flex' && isFlexUser(authorization));
      if (!isLetIn) checkAccount(authorization);
      const body = parseBody(route.body ?? 'form', request.headers['content-type'], request.rawBody);
      return route.handle({ ...request, ...body, params });
    },
  };
}
