import type { IncomingHttpHeaders } from 'node:http';
import type { SocketRoute } from './socketRoute';
import type { TwilioError } from './twilioError';

/** A request as a route sees it: host and path decoded, the form read, credentials checked by the kernel. */
export interface TwilioRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT';
  /** Twilio's host the request was meant for, without port, e.g. `taskrouter.twilio.com`. */
  readonly host: string;
  readonly path: string;
  /** Values of the `:names` in the route's pattern, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The urlencoded body; empty when the body is of another type. Names are PascalCase and may repeat. */
  readonly form: URLSearchParams;
  /** The parsed body when it is JSON, otherwise undefined. */
  readonly json: unknown;
  /** The body as it came, at most 1 MiB of UTF-8: for routes whose content type lies, like the event bridge's. */
  readonly rawBody: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a route answers. `body` undefined sends no body; a string or bytes are sent as they are, anything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** A list is sent as that many headers, as `Set-Cookie` needs it. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** Words what is refused, by a route or by a fault. */
export type Refusal = (error: TwilioError) => Reply;

/** Answers one method and path of a Twilio host. Throws TwilioError for what Twilio refuses. */
export interface Route {
  readonly method: TwilioRequest['method'];
  /** e.g. `/v1/Workspaces/:workspaceSid/Tasks/:taskSid`. A parameter never spans a slash. */
  readonly pattern: string;
  /**
   * Who may call: `account` (basic auth with the account's credentials) unless it says otherwise. `flex` lets a Flex
   * user in as well, by basic auth with the name `token`; `none` leaves it to the route.
   */
  readonly auth?: 'account' | 'flex' | 'none';
  /** `form` refuses a JSON body as Twilio does; `json` is the exception. */
  readonly body?: 'form' | 'json' | 'any';
  /** How a host that isn't Twilio's own words a refusal; with Twilio's four keys unless given. */
  readonly refusal?: Refusal;
  readonly handle: (request: TwilioRequest) => Reply | Promise<Reply>;
}

/** The routes of one Twilio product and the first label(s) of its host, e.g. `taskrouter` for `taskrouter[.edge.region].twilio.com`. */
export interface Product {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly sockets?: readonly SocketRoute[];
  /** Ends what the product keeps open; called once when the local Twilio stops. */
  stop?(): void;
}
