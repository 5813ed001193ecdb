import { joinedIn } from './conferences/joinedIn';
import type { Call, Hears, Participant } from './model';
import type { VoiceState } from './state';

/** How a participant is called where it is told who is on a call: a worker by name, anyone else by number. */
export function nameOf({ taskRouter }: VoiceState, { role, call }: Participant): string {
  if (!role || role.type === 'customer')
    return call.direction === 'inbound' ? (call.callerName ?? call.from) : call.to;
  for (const { sid } of taskRouter.workspaces.list()) {
    const worker = taskRouter.workspace(sid).workers.find(role.workerSid);
    if (worker) return worker.friendlyName;
  }
  return call.to;
}

function hearsIn(state: VoiceState, participant: Participant): Hears {
  const { conference, announcement, hold, holdUrl, waitUrl, coaching } = participant;
  if (announcement) return announcement;
  if (hold) return { music: holdUrl ?? 'hold' };
  if (conference.announcement) return conference.announcement;
  const others = joinedIn(conference).filter((other) => other !== participant && !other.hold);
  if (!conference.hasStarted) return { music: waitUrl ?? 'wait' };
  // Who is coached hears the coach, others don't.
  const heard = others.filter(
    (other) => !other.muted && (!other.coaching || coaching || other.callSidToCoach === participant.call.sid),
  );
  return { conference: conference.sid, with: heard.map((other) => nameOf(state, other)) };
}

/** The participant a call is, while it is in a conference. */
export function participantOf({ conferences }: VoiceState, call: Call): Participant | undefined {
  const participant = conferences.get(call.conferenceSid ?? '')?.participants.get(call.sid);
  return participant?.hasJoined ? participant : undefined;
}

/** What a leg would hear now. */
export function hearsOf(state: VoiceState, call: Call): Hears {
  const participant = participantOf(state, call);
  return participant ? hearsIn(state, participant) : call.sound;
}
