/** What says where Twilio reaches a service. */
export interface ServiceAddress {
  /** The `PUBLIC_URL` setting, e.g. `https://example.com/base`. */
  readonly publicUrl: string | undefined;
  /** The function's domain, used when there is no `PUBLIC_URL`. */
  readonly domainName: string | undefined;
}

/** The address, without a slash at the end. */
export const addressOf = ({ publicUrl, domainName }: ServiceAddress): string =>
  (publicUrl ?? `https://${domainName ?? ''}`).replace(/\/$/, '');
