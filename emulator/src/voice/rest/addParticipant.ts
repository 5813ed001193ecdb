import { given } from '../../kernel/given';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { CALL_EVENTS, CONFERENCE_EVENTS } from '../callback';
import { callIn } from '../conferences/callIn';
import { openConference } from '../conferences/openConference';
import { PARTICIPANTS_MAX } from '../limits';
import type { Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { looseFlag, readCallback } from './readForm';

/** A conference by name is created if there is none; by SID it must be live. Throws 404/20404. */
function conferenceOf(state: VoiceState, request: TwilioRequest): Conference {
  const name = pathSid(request, 'conference');
  if (!/^CF[\da-f]{32}$/.test(name)) {
    return openConference(state, name);
  }
  const conference = state.conferences.get(name);
  if (!conference || conference.status === 'completed') throw notFound(request.path);
  return conference;
}

/** Calls somebody into a conference: answered as queued, before anything rings. */
export function addParticipant(state: VoiceState, request: TwilioRequest): Participant {
  const form = formOf(request);
  const call = {
    from: form.requiredText('From'),
    to: form.requiredText('To'),
    callback: readCallback(request, 'StatusCallback', CALL_EVENTS),
  };
  const participant = given({
    label: form.clearable('Label'),
    muted: looseFlag(request, 'Muted'),
    startConferenceOnEnter: looseFlag(request, 'StartConferenceOnEnter'),
    endConferenceOnExit: looseFlag(request, 'EndConferenceOnExit'),
    waitUrl: form.clearable('WaitUrl'),
    coaching: looseFlag(request, 'Coaching'),
    callSidToCoach: form.text('CallSidToCoach'),
    founding: given({
      callback: readCallback(request, 'ConferenceStatusCallback', CONFERENCE_EVENTS),
      maxParticipants: form.integer('MaxParticipants', 2, PARTICIPANTS_MAX),
    }),
  });
  const timeout = form.integer('Timeout', 5, 600);
  return callIn(state, conferenceOf(state, request), { call, participant, timeout });
}
