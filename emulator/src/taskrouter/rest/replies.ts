import type { Reply } from '../../kernel/route';

type Headers = NonNullable<Reply['headers']>;

/** 200: a resource read or updated. */
export const ok = (body: unknown, headers: Headers = {}): Reply => ({ status: 200, body, headers });

/** 201: a resource created. */
export const created = (body: unknown, headers: Headers = {}): Reply => ({ status: 201, body, headers });

/** 204: a resource deleted; no body. */
export const deleted = (): Reply => ({ status: 204 });

/** The same answer with more headers. */
export const withHeaders = (reply: Reply, headers: Headers): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});
