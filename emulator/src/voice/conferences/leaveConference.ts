import type { LeftReason } from '../events';
import type { LeaveCause, Participant } from '../model';
import type { VoiceState } from '../state';
import { endConference } from './endConference';

const REASONS: Readonly<Record<LeaveCause, LeftReason>> = {
  'hung-up': 'participant_hung_up',
  updated: 'participant_updated_via_api',
  kicked: 'participant_updated_via_api',
  failed: 'participant_add_failed',
};

/** Takes a participant out, and ends the conference if it was the one that ends it, or the last. */
export function leaveConference(state: VoiceState, participant: Participant, cause: LeaveCause): void {
  const { conference, call, endConferenceOnExit } = participant;
  if (!conference.participants.delete(call.sid)) return;
  if (!participant.hasJoined) {
    closeIfNobodyCame(state, participant);
    return;
  }
  call.leave = () => undefined;
  participant.dateUpdated = state.clock.now();
  state.events.emit({ type: 'participant-left', participant, reason: REASONS[cause], cause });
  const isKicked = cause === 'kicked';
  const isEmpty = ![...conference.participants.values()].some(({ hasJoined }) => hasJoined);
  if (endConferenceOnExit) {
    endConference(
      state,
      conference,
      `participant-with-end-conference-on-exit-${isKicked ? 'kicked' : 'left'}`,
      call.sid,
    );
  } else if (isEmpty) {
    endConference(state, conference, `last-participant-${isKicked ? 'kicked' : 'left'}`, call.sid);
  }
  if (isKicked) participant.onLeft();
}

/** A conference nobody ever joined is over without a word when its last ringing call fails. */
function closeIfNobodyCame(state: VoiceState, { conference }: Participant): void {
  if (conference.status !== 'init' || conference.participants.size > 0) return;
  conference.status = 'completed';
  conference.dateUpdated = state.clock.now();
}
