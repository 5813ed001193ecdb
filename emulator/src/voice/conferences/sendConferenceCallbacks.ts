import type { VoiceListener } from '../events';
import { WEBHOOK_TIMEOUT_MS } from '../limits';
import { rfc2822 } from '../rfc2822';
import type { VoiceState } from '../state';
import { describeEvent } from './describeEvent';

/** Sends the status callbacks a conference was created with: separate requests, numbered, in no promised order. */
export const sendConferenceCallbacks =
  ({ context, clock }: VoiceState): VoiceListener =>
  (event) => {
    const told = describeEvent(event);
    if (!told) return;
    const { conference, asked, form } = told;
    if (!conference.callback?.events.includes(asked)) return;
    void context.webhooks.send({
      url: conference.callback.url,
      method: conference.callback.method,
      kind: 'conference-status',
      timeoutMs: WEBHOOK_TIMEOUT_MS,
      form: {
        AccountSid: context.accountSid,
        ConferenceSid: conference.sid,
        FriendlyName: conference.friendlyName,
        SequenceNumber: String(conference.sequence++),
        Timestamp: rfc2822(clock.now()),
        ...form,
      },
    });
  };
