/** Whole seconds of a `Retry-After` header; undefined for its date form, which is in no use here, and for anything else. */
export const readRetryAfter = (header: unknown): number | undefined =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
