interface Address {
  /** The `PUBLIC_URL` setting, e.g. `https://example.com/base`. */
  readonly publicUrl: string | undefined;
  /** The function's domain, used when there is no `PUBLIC_URL`. */
  readonly domainName: string | undefined;
  /** The path Twilio called, with the leading slash. */
  readonly path: string;
  /** The query in the order the webhook's URL has it; Functions hand it over mixed with the form. */
  readonly query: readonly (readonly [string, string])[];
}

/** The address at which Twilio called, as its signature needs it. */
export function publicUrl({ publicUrl: configured, domainName, path, query }: Address): string {
  const base = (configured ?? `https://${domainName ?? ''}`).replace(/\/$/, '');
  const text = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `${base}${path}${text === '' ? '' : `?${text}`}`;
}
