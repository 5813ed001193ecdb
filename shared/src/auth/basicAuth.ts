import { createHash, timingSafeEqual } from 'node:crypto';

/** True when an `Authorization` header carries exactly the credentials `user:password`; takes the same time when not. */
export function basicAuthMatches(header: string | undefined, credentials: string): boolean {
  const given = /^Basic ([\w+/=-]{1,2000})$/i.exec(header ?? '')?.[1] ?? '';
  return sameText(Buffer.from(given, 'base64').toString('utf8'), credentials);
}

/** Compares two secrets without telling by the time it takes where, or by how much in length, they differ. */
export const sameText = (left: string, right: string): boolean =>
  timingSafeEqual(digestOf(left), digestOf(right));

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
