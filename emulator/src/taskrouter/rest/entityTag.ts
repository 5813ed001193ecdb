import type { TwilioRequest } from '../../kernel/route';
import { preconditionFailed } from '../../kernel/twilioError';

/** The version a conditional request insists on; undefined when it insists on none. Takes `"3"`, `3` and `W/"3"`. */
export function versionIfMatch(request: TwilioRequest): number | undefined {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '' || header === '*') return undefined;
  const tag = /^(?:W\/)?"?(?<version>\d{1,15})"?$/u.exec(header)?.groups?.['version'];
  if (tag === undefined) throw preconditionFailed();
  return Number(tag);
}

/** The header that tells a resource's version: 0 after its creation, one more with every change. */
export const entityTag = (version: number): { readonly ETag: string } => ({ ETag: `"${version}"` });
