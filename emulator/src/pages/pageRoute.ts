import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../kernel/route';

/** What a browser asks of a page's own origin, e.g. `http://alice.localhost:4010/agent-desktop`. */
export interface PageRequest {
  readonly method: string;
  /** Host without port: `localhost`, `alice.localhost`. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** At most 1 MiB of UTF-8. */
  readonly rawBody: string;
}

/** Answers a page and what belongs to it; undefined for what it doesn't have. */
export type PageAnswerer = (request: PageRequest) => Reply | undefined | Promise<Reply | undefined>;
