import { TwilioError } from '../../../kernel/twilioError';
import type { RpcRoute } from './rpcRoute';

const NAME = /:[^/]+/gu;

/**
 * Joins routes of several products that share paths, as calls and conversations share `v1/Interactions/{KD}/…`:
 * the products are asked in order until one knows the resource; the last one's 404 is the answer otherwise.
 */
export function joinRoutes(routes: readonly RpcRoute[]): readonly RpcRoute[] {
  const joined = new Map<string, RpcRoute>();
  for (const route of routes) {
    const shape = `${route.method} ${route.pattern.replaceAll(NAME, ':')}`;
    const earlier = joined.get(shape);
    joined.set(shape, earlier ? askBoth(earlier, route) : route);
  }
  return [...joined.values()];
}

function askBoth(first: RpcRoute, second: RpcRoute): RpcRoute {
  const [from, to] = [first, second].map(({ pattern }) =>
    (pattern.match(NAME) ?? []).map((name) => name.slice(1)),
  );
  return {
    ...first,
    handle(request, caller) {
      try {
        return first.handle(request, caller);
      } catch (error) {
        if (!(error instanceof TwilioError) || error.status !== 404) throw error;
        const params = Object.fromEntries(
          (to ?? []).map((name, i) => [name, request.params[from?.[i] ?? ''] ?? '']),
        );
        return second.handle({ ...request, params }, caller);
      }
    },
  };
}
