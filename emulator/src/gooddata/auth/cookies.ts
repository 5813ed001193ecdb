import type { IncomingHttpHeaders } from 'node:http';

/** The value of a cookie; undefined without one. */
export function cookieOf({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  for (const pair of cookie.split(';')) {
    const [key = '', ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** A cookie as GoodData sets it: for the given path and what is under it. */
export const setCookie = (name: string, value: string, path: string): string =>
  `${name}=${value}; path=${path}; secure; HttpOnly`;
