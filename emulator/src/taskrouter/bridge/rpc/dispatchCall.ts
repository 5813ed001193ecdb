import type { Identity } from '../../../iam/identities';
import { createRouter } from '../../../kernel/router';
import { TwilioError } from '../../../kernel/twilioError';
import type { RpcRoute } from './rpcRoute';
import type { RpcCall } from './unwrapCall';

/** Finds the route of a call and returns its payload; a call no route answers is a loud 501 that names it. */
export function createDispatcher(routes: readonly RpcRoute[]): (call: RpcCall, caller: Identity) => unknown {
  const router = createRouter<RpcRoute>();
  for (const route of routes) router.add(route.method, route);

  return ({ request, apiVersion }, caller) => {
    const match = router.find(request.method, request.path);
    if (match) return match.route.handle({ ...request, params: match.params }, caller);
    const asked = `${request.method} ${request.path} (api ${apiVersion})`;
    throw new TwilioError(501, 20501, `The local event bridge has no route ${asked}`);
  };
}
