import { ReportFailed } from './failures';

/**
 * An address that Insights answered, as a path on the configured host: only that host is ever given a token, whatever an
 * answer names. Throws ReportFailed for anything else.
 */
export function readAddress(address: unknown, host: string): string {
  if (typeof address !== 'string' || address.length > 1_000 || !URL.canParse(address, `https://${host}`))
    throw new ReportFailed('address');
  const { protocol, host: named, pathname, search } = new URL(address, `https://${host}`);
  if (protocol !== 'https:' || named !== host || !pathname.startsWith('/gdc/'))
    throw new ReportFailed('address');
  return pathname + search;
}
