import { addressOf, type ServiceAddress } from './addressOf';

interface Called extends ServiceAddress {
  /** The path Twilio called, with the leading slash. */
  readonly path: string;
  /** The query in the order the webhook's URL has it; Functions hand it over mixed with the form. */
  readonly query: readonly (readonly [string, string])[];
}

/** The address at which Twilio called, as its signature needs it. */
export function publicUrl({ path, query, ...address }: Called): string {
  const text = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `${addressOf(address)}${path}${text === '' ? '' : `?${text}`}`;
}
