import { createHash } from 'node:crypto';

/** The id of a live query: the same for all who ask the same. */
export const queryId = (index: string, query: string): string =>
  `QR${createHash('md5').update(`${index}|${query}`).digest('hex')}`;
