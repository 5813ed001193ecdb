import { joinedIn } from './conferences/joinedIn';
import { participantOf } from './conferences/participantOf';
import type { Call, Hears, Participant } from './model';
import { nameOf } from './nameOf';
import type { VoiceState } from './state';

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

/** What a leg would hear now. */
export function hearsOf(state: VoiceState, call: Call): Hears {
  const participant = participantOf(state, call);
  return participant ? hearsIn(state, participant) : call.sound;
}
