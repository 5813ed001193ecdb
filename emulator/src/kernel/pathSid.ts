import type { TwilioRequest } from './route';

/** A SID, key or name of the request's path by its name in the route's pattern. */
export function pathSid({ params, path }: Pick<TwilioRequest, 'params' | 'path'>, name: string): string {
  const sid = params[name];
  if (sid === undefined) throw new Error(`The pattern of ${path} has no :${name}`);
  return sid;
}
