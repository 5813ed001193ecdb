import { redirectTwilio } from '@patchbay/emulator/redirect';
import twilio from 'twilio';
import type { Stack } from '../stack/model';
import { placeCall, type PlacedCall } from './placeCall';

/** Leaves one more call with Carol, for whoever wants to go on by hand. */
export async function leaveCall(stack: Pick<Stack, 'twilio' | 'seeded'>): Promise<PlacedCall> {
  const restore = redirectTwilio(stack.twilio.origin);
  try {
    const client = twilio(stack.twilio.accountSid, stack.twilio.authToken);
    return await placeCall(client, stack.seeded, { name: 'A caller', direction: 'inbound' });
  } finally {
    restore();
  }
}
