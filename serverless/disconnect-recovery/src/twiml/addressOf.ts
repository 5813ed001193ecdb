import type { Settings } from '../settings';

/** Where Twilio reaches this service, without a slash at the end. */
export const addressOf = ({ publicUrl, domainName }: Pick<Settings, 'publicUrl' | 'domainName'>): string =>
  (publicUrl ?? `https://${domainName ?? ''}`).replace(/\/$/, '');
