import { durationOf } from '../calls/sendCallCallbacks';
import { rfc2822 } from '../rfc2822';
import type { Call, CallStatus, Conference, Participant } from '../model';

const base = (accountSid: string): string => `/2010-04-01/Accounts/${accountSid}`;

const dateOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : rfc2822(epochMs));

const CALL_PARTS = [
  'events',
  'notifications',
  'payments',
  'recordings',
  'siprec',
  'streams',
  'transcriptions',
  'user_defined_message_subscriptions',
  'user_defined_messages',
] as const;

/** snake_case to the PascalCase of Twilio's paths; `siprec` is the one that isn't. */
const pathName = (part: string): string =>
  part.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

const partsOf = (uri: string, parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(parts.map((part) => [part, `${uri}/${pathName(part)}.json`]));

/** A call as the API shows it. Prices are never set: nothing is billed here. */
export function showCall(accountSid: string, call: Call): unknown {
  const uri = `${base(accountSid)}/Calls/${call.sid}`;
  return {
    account_sid: accountSid,
    answered_by: null,
    api_version: '2010-04-01',
    caller_name: call.callerName,
    date_created: rfc2822(call.dateCreated),
    date_updated: rfc2822(call.dateUpdated),
    direction: call.direction,
    duration: call.endTime === null ? null : String(durationOf(call)),
    end_time: dateOrNull(call.endTime),
    forwarded_from: null,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: String(call.queueTimeMs),
    sid: call.sid,
    start_time: dateOrNull(call.startTime),
    status: call.status,
    subresource_uris: partsOf(uri, CALL_PARTS),
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}

/** A conference as the API shows it: `in-progress` as soon as somebody is in, whether or not it has started. */
export function showConference(accountSid: string, conference: Conference): unknown {
  const uri = `${base(accountSid)}/Conferences/${conference.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid_ending_conference: conference.endedBy?.call.sid ?? null,
    date_created: rfc2822(conference.dateCreated),
    date_updated: rfc2822(conference.dateUpdated),
    friendly_name: conference.friendlyName,
    reason_conference_ended: conference.reasonEnded,
    region: 'us1',
    sid: conference.sid,
    status: conference.status,
    subresource_uris: partsOf(uri, ['participants', 'recordings']),
    uri: `${uri}.json`,
  };
}

const PARTICIPANT_STATUS: Readonly<Record<CallStatus, string>> = {
  queued: 'queued',
  ringing: 'ringing',
  'in-progress': 'connected',
  completed: 'complete',
  busy: 'failed',
  failed: 'failed',
  'no-answer': 'failed',
  canceled: 'failed',
};

/** A participant as the API shows it; `queue_time` only in the answer that creates it. */
export function showParticipant(accountSid: string, participant: Participant, isNew = false): unknown {
  const { call, conference } = participant;
  return {
    account_sid: accountSid,
    call_sid: call.sid,
    call_sid_to_coach: participant.callSidToCoach,
    coaching: participant.coaching,
    conference_sid: conference.sid,
    date_created: rfc2822(participant.dateCreated),
    date_updated: rfc2822(participant.dateUpdated),
    end_conference_on_exit: participant.endConferenceOnExit,
    hold: participant.hold,
    label: participant.label,
    muted: participant.muted,
    queue_time: isNew ? String(call.queueTimeMs) : null,
    start_conference_on_enter: participant.startConferenceOnEnter,
    status: PARTICIPANT_STATUS[call.status],
    uri: `${base(accountSid)}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  };
}
