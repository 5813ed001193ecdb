import type { Sleep } from '@patchbay/shared';
import type { Twilio } from 'twilio';

/** Twilio's SDK for one account, and the workspace that is provisioned. */
export interface Account {
  readonly client: Twilio;
  readonly workspaceSid: string;
  readonly sleep: Sleep;
}
