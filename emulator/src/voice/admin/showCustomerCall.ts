import { joinedIn } from '../conferences/joinedIn';
import { participantOf } from '../conferences/participantOf';
import { hearsOf } from '../hearsOf';
import type { Call } from '../model';
import { nameOf } from '../nameOf';
import type { VoiceState } from '../state';

/** A call as whoever plays its far end is told of it. */
export function showCustomerCall(state: VoiceState, call: Call) {
  const participant = participantOf(state, call);
  const others = participant ? joinedIn(participant.conference).filter((other) => other !== participant) : [];
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    name: call.callerName,
    status: call.status,
    startedAt: new Date(call.dateCreated).toISOString(),
    endedAt: call.endTime === null ? null : new Date(call.endTime).toISOString(),
    hears: hearsOf(state, call),
    conferenceSid: call.conferenceSid,
    taskSid: call.taskSid,
    with: others.map((other) => nameOf(state, other)),
  };
}
