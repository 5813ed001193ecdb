import type { Reservation } from 'twilio-taskrouter';
import { once } from '../src/testing';
import type { VoiceCentre } from './voiceCentre';

/** What is told once a worker and his caller are together. */
export const CONNECTED = ['participant-join alice', 'participant-join customer', 'conference-start'];

/** Accepts a call the way Flex does; resolves when the reservation is accepted. */
export async function acceptCall(
  { receiver, settle }: VoiceCentre,
  reservation: Reservation,
  options: Parameters<Reservation['conference']>[0] = {},
): Promise<void> {
  const accepted = once(reservation, 'accepted');
  await reservation.conference({
    endConferenceOnExit: true,
    endConferenceOnCustomerExit: true,
    conferenceStatusCallback: `${receiver.origin}/conference`,
    conferenceStatusCallbackEvent: 'start end join leave mute hold modify announcement',
    ...options,
  });
  await settle();
  await accepted;
  // The answer came over a socket: what follows it, webhooks included, is still on its way.
  await settle();
}
