import type { TunnelReply, TunnelRequest, TunnelRoute } from '../../twilsock';
import type { Source } from '../engine';

/** A client's request, and who makes it. */
export interface ClientCall {
  readonly request: TunnelRequest;
  readonly identity: string;
  readonly by: Source;
  /** A `:name` of the pattern. */
  readonly param: (name: string) => string;
}

/** Makes a route below `/Client/v2` of the host `aim`. */
export const clientRoute = (
  method: TunnelRoute['method'],
  path: string,
  handle: (call: ClientCall) => TunnelReply,
): TunnelRoute => ({
  host: 'aim',
  method,
  pattern: `/Client/v2${path}`,
  handle: (request) => {
    const { identity } = request.session.identity;
    const param = (name: string): string => request.params[name] ?? '';
    return handle({ request, identity, by: { type: 'SDK', identity }, param });
  },
});

export const reply = (body: unknown, status = 200): TunnelReply => ({ status, body });
