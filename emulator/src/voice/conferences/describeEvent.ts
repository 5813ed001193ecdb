import type { LeftReason, VoiceEvent } from '../events';
import type { Conference, EndReason, Participant } from '../model';

/** What a callback tells of an event. */
export interface Told {
  readonly conference: Conference;
  /** The name it is asked for by in statusCallbackEvent. */
  readonly asked: string;
  readonly form: Readonly<Record<string, string>>;
}

const PROSE: Readonly<Record<EndReason, string>> = {
  'conference-ended-via-api': 'Conference ended via API',
  'participant-with-end-conference-on-exit-left': 'Participant with endConferenceOnExit left',
  'participant-with-end-conference-on-exit-kicked': 'Participant with endConferenceOnExit was kicked',
  'last-participant-kicked': 'Last participant was kicked',
  'last-participant-left': 'Last participant left',
};

/** Booleans are texts in callbacks (TwiML: Conference, statusCallback parameters). */
const aboutParticipant = (participant: Participant): Record<string, string> => ({
  CallSid: participant.call.sid,
  Muted: String(participant.muted),
  Hold: String(participant.hold),
  Coaching: String(participant.coaching),
  EndConferenceOnExit: String(participant.endConferenceOnExit),
  StartConferenceOnEnter: String(participant.startConferenceOnEnter),
  ...(participant.label === null ? {} : { ParticipantLabel: participant.label }),
  ...(participant.callSidToCoach === null ? {} : { CallSidToCoach: participant.callSidToCoach }),
});

/** What the callback of its conference tells of an event; undefined for what is no conference's. */
export function describeEvent(event: VoiceEvent): Told | undefined {
  switch (event.type) {
    case 'conference-started':
      return {
        conference: event.conference,
        asked: 'start',
        form: { StatusCallbackEvent: 'conference-start' },
      };
    case 'conference-ended':
      return { conference: event.conference, asked: 'end', form: describeEnd(event.conference) };
    case 'participant-joined':
      return about(event.participant, 'join', 'participant-join');
    case 'participant-left':
      return aboutLeaving(event.participant, event.reason);
    case 'participant-failed':
      return aboutLeaving(event.participant, 'participant_add_failed');
    case 'participant-changed':
      return about(event.participant, event.what.replace(/^un/, ''), `participant-${event.what}`);
    case 'announcement-ended':
    case 'announcement-failed':
      return {
        conference: event.conference,
        asked: 'announcement',
        form: {
          ...(event.participant ? aboutParticipant(event.participant) : {}),
          StatusCallbackEvent: event.type === 'announcement-ended' ? 'announcement-end' : 'announcement-fail',
          AnnounceUrl: event.url,
          ...(event.reason === undefined ? {} : { ReasonAnnouncementFailed: event.reason }),
        },
      };
    default:
      return undefined;
  }
}

const about = (
  participant: Participant,
  asked: string,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Told => ({
  conference: participant.conference,
  asked,
  form: { ...aboutParticipant(participant), StatusCallbackEvent: name, ...more },
});

/** Who couldn't be added has left too (changelog of 25 October 2023). */
const aboutLeaving = (participant: Participant, reason: LeftReason): Told =>
  about(participant, 'leave', 'participant-leave', {
    ParticipantCallStatus: participant.call.status,
    ReasonParticipantLeft: reason,
  });

const describeEnd = ({ reasonEnded, endedBy }: Conference): Record<string, string> => ({
  StatusCallbackEvent: 'conference-end',
  ...(reasonEnded === null ? {} : { ReasonConferenceEnded: reasonEnded, Reason: PROSE[reasonEnded] }),
  ...(endedBy === null ? {} : { CallSidEndingConference: endedBy.call.sid }),
  ...(typeof endedBy?.label === 'string' ? { ParticipantLabelEndingConference: endedBy.label } : {}),
});
