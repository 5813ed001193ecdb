import type { Clock } from './clock';
import type { Random } from './random';
import type { WebhookSender } from './webhook';

/** What every product of the local Twilio is given. */
export interface KernelContext {
  readonly accountSid: string;
  readonly authToken: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly webhooks: WebhookSender;
}
