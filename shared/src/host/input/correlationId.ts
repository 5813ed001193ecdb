import type { Ids } from '../../endpoint/ports';

/** The caller's correlation id when it is fit to be logged and sent back, a fresh one otherwise. */
export const correlationIdOf = (headers: Readonly<Record<string, string>>, ids: Ids): string => {
  const given = headers['x-correlation-id'];
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : ids.next();
};
