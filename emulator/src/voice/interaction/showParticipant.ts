import { rfc2822 } from '../rfc2822';
import type { Participant } from '../model';
import { channelSidOf, interactionSidOf, participantSidOf } from './sids';

const TYPES = { worker: 'agent', customer: 'customer', supervisor: 'supervisor' } as const;

/** The fields of the conference callback, each a list of one text, as Flex unpacks them (`decodeParticipantEvent`). */
function mediaProperties(accountSid: string, participant: Participant, told: string): unknown {
  const { call, conference } = participant;
  const fields = {
    AccountSid: accountSid,
    CallSid: call.sid,
    Coaching: String(participant.coaching),
    ConferenceSid: conference.sid,
    EndConferenceOnExit: String(participant.endConferenceOnExit),
    FriendlyName: conference.friendlyName,
    From: call.from,
    Hold: String(participant.hold),
    Muted: String(participant.muted),
    // Only compared: Flex takes a participant with a larger number for newer.
    SequenceNumber: String(participant.dateUpdated),
    StartConferenceOnEnter: String(participant.startConferenceOnEnter),
    StatusCallbackEvent: told,
    Timestamp: rfc2822(participant.dateUpdated),
    To: call.to,
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

/** A participant of a call as an interaction's: what Flex lists, and hears of by `participant.*` events. */
export function showParticipant(
  accountSid: string,
  taskSid: string,
  participant: Participant,
  told = 'participant-join',
) {
  const { role, call } = participant;
  return {
    sid: participantSidOf(call.sid),
    participant_sid: participantSidOf(call.sid),
    interaction_sid: interactionSidOf(taskSid),
    channel_sid: channelSidOf(taskSid),
    channel_type: 'voice',
    type: role ? TYPES[role.type] : 'external',
    media_properties: mediaProperties(accountSid, participant, told),
    routing_properties: {
      task_sid: taskSid,
      worker_sid: role && role.type !== 'customer' ? role.workerSid : null,
      reservation_sid: role?.type === 'worker' ? role.reservationSid : null,
    },
  };
}
