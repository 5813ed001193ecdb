import type { Access } from '../contracts/contract';

/** Whether Twilio calls rather than a page. */
export const isWebhook = ({ kind }: Access): boolean =>
  kind === 'twilio-basic-auth' || kind === 'twilio-signature';
