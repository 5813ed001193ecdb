import type { Call, Conference, Founding, Participant, ParticipantRole } from '../model';
import type { VoiceState } from '../state';

export interface ParticipantInput {
  readonly label?: string | null;
  readonly muted?: boolean;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  readonly waitUrl?: string | null;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string | null;
  readonly founding?: Founding;
  readonly role?: ParticipantRole | null;
  readonly onLeft: () => void;
}

/** Adds a leg to a conference: still ringing, or about to join. Defaults are the Participant resource's. */
export function createParticipant(
  state: VoiceState,
  conference: Conference,
  call: Call,
  input: ParticipantInput,
): Participant {
  const now = state.clock.now();
  const participant: Participant = {
    call,
    conference,
    label: input.label ?? null,
    startConferenceOnEnter: input.startConferenceOnEnter ?? true,
    dateCreated: now,
    founding: input.founding ?? {},
    role: input.role ?? null,
    dateUpdated: now,
    endConferenceOnExit: input.endConferenceOnExit ?? false,
    muted: input.muted ?? false,
    hold: false,
    holdUrl: null,
    waitUrl: input.waitUrl ?? null,
    coaching: input.coaching ?? false,
    callSidToCoach: input.callSidToCoach ?? null,
    hasJoined: false,
    announcement: null,
    onLeft: input.onLeft,
  };
  conference.participants.set(call.sid, participant);
  call.conferenceSid = conference.sid;
  return participant;
}
