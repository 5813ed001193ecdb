import type { Identity } from '../iam/identities';

/** The Twilio product a Twilsock session was opened for, by the name of its token grant. */
export type TwilsockProduct = 'data_sync' | 'flex_insights' | 'ip_messaging' | (string & {});

/** One open Twilsock connection, as the routes behind it see it. */
export interface TunnelSession {
  readonly id: string;
  readonly identity: Identity;
  readonly product: TwilsockProduct;
  /** Pushes a notification; nothing once the connection is gone. */
  notify(messageType: string, payload: unknown): void;
  /** Called once when the connection ends. Returns the way to stop listening. */
  onEnd(listener: () => void): () => void;
}

/** A request a client sent through its Twilsock connection (`http_request` of a `message` frame). */
export interface TunnelRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** e.g. `cds.us1.twilio.com`. */
  readonly host: string;
  readonly path: string;
  /** Values of the `:names` in the route's pattern, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body: JSON, or a form as an object of texts; undefined without one. */
  readonly json: unknown;
  readonly session: TunnelSession;
}

export interface TunnelReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Runs once the reply was sent: for notifications that must not overtake it. */
  readonly after?: () => void;
}

/** Answers one method and path of a host that is reached through Twilsock. Throws TwilioError for what Twilio refuses. */
export interface TunnelRoute {
  /** First label of the host: `cds`, `aim`, `flex-sdk`, … */
  readonly host: string;
  readonly method: TunnelRequest['method'];
  /** e.g. `/v3/Maps/:map/Items`. */
  readonly pattern: string;
  readonly handle: (request: TunnelRequest) => TunnelReply | Promise<TunnelReply>;
}
