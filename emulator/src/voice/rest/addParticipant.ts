import { given } from '../../kernel/given';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { CALL_EVENTS, CONFERENCE_EVENTS } from '../callback';
import { createCall } from '../calls/createCall';
import { dial } from '../calls/dial';
import { endCall } from '../calls/endCall';
import { createParticipant } from '../conferences/createParticipant';
import { joinConference } from '../conferences/joinConference';
import { leaveConference } from '../conferences/leaveConference';
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
  const [from, to] = [form.requiredText('From'), form.requiredText('To')];
  const timeout = form.integer('Timeout', 5, 600);
  const callSidToCoach = form.text('CallSidToCoach');
  const callback = readCallback(request, 'StatusCallback', CALL_EVENTS);
  const founding = given({
    callback: readCallback(request, 'ConferenceStatusCallback', CONFERENCE_EVENTS),
    maxParticipants: form.integer('MaxParticipants', 2, PARTICIPANTS_MAX),
  });
  const conference = conferenceOf(state, request);
  const call = createCall(state, { from, to, direction: 'outbound-api', callback });
  const participant = createParticipant(state, conference, call, {
    label: form.clearable('Label') ?? null,
    muted: looseFlag(request, 'Muted') ?? false,
    startConferenceOnEnter: looseFlag(request, 'StartConferenceOnEnter') ?? true,
    endConferenceOnExit: looseFlag(request, 'EndConferenceOnExit') ?? false,
    waitUrl: form.clearable('WaitUrl') ?? null,
    coaching: looseFlag(request, 'Coaching') ?? false,
    callSidToCoach: callSidToCoach ?? null,
    founding,
    onLeft() {
      endCall(state, call, 'updated');
    },
  });
  dial(state, call, {
    ...(timeout === undefined ? {} : { timeout }),
    onAnswer() {
      joinConference(state, participant);
    },
    onFailure() {
      leaveConference(state, participant, 'updated');
    },
  });
  return participant;
}
