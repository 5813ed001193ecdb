import type { IncomingHttpHeaders } from 'node:http';
import type { WebSocket } from 'ws';

/** The upgrade request of a WebSocket, as a socket route sees it. */
export interface SocketRequest {
  /** Twilio's host the socket was meant for, without port, e.g. `event-bridge.us1.twilio.com`. */
  readonly host: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** Takes over the WebSockets of one path of a product's host. */
export interface SocketRoute {
  /** e.g. `/v1/wschannels`; `:names` as in a Route. */
  readonly pattern: string;
  /** Called once the handshake is done; the route owns the socket from here and closes it on its product's `stop`. */
  accept(socket: WebSocket, request: SocketRequest): void;
}
