import { given } from '../../kernel/given';
import { formOf, queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { endCall } from '../calls/endCall';
import { announce } from '../conferences/announce';
import { changeParticipant } from '../conferences/changeParticipant';
import { findLiveConference } from '../conferences/openConference';
import { leaveConference } from '../conferences/leaveConference';
import type { Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { accountRoute, lastSid } from './accountRoute';
import { addParticipant } from './addParticipant';
import { pageOf } from './pageOf';
import { looseFlag, readUrl } from './readForm';
import { showParticipant } from './shapes';

const LIST = '/Conferences/:conference/Participants';
const ONE = `${LIST}/:participant`;

/** By SID, ended ones too, or the live one of that name. */
const findConference = (state: VoiceState, sidOrName: string): Conference | undefined =>
  state.conferences.get(sidOrName) ?? findLiveConference(state, sidOrName);

/** By call SID or label; one who left isn't there any more. Throws 404/20404. */
function find(state: VoiceState, request: TwilioRequest): Participant {
  const participants = findConference(state, pathSid(request, 'conference'))?.participants;
  const name = lastSid(request, 'participant');
  const found =
    participants?.get(name) ?? [...(participants?.values() ?? [])].find(({ label }) => label === name);
  if (!found) throw notFound(request.path);
  return found;
}

function change(state: VoiceState, participant: Participant, request: TwilioRequest): void {
  const form = formOf(request);
  const announcement = readUrl(request, 'Announce');
  changeParticipant(
    state,
    participant,
    given({
      muted: looseFlag(request, 'Muted'),
      hold: looseFlag(request, 'Hold'),
      holdUrl: form.clearable('HoldUrl'),
      endConferenceOnExit: looseFlag(request, 'EndConferenceOnExit'),
      beepOnExit: looseFlag(request, 'BeepOnExit'),
      waitUrl: form.text('WaitUrl'),
      coaching: looseFlag(request, 'Coaching'),
      callSidToCoach: form.text('CallSidToCoach'),
    }),
  );
  const { conference } = participant;
  if (announcement) void announce(state, { conference, participant, ...announcement });
}

/** The Participants resource of a conference, by its SID or its name. A conference that has ended lists nobody. */
export function participantRoutes(state: VoiceState): readonly Route[] {
  const { accountSid } = state.context;
  const show = (participant: Participant): unknown => showParticipant(accountSid, participant);
  return [
    accountRoute(accountSid, 'GET', LIST, (request) => {
      const conference = findConference(state, pathSid(request, 'conference'));
      if (!conference) throw notFound(request.path);
      const query = queryOf(request);
      const [muted, hold, coaching] = [query.flag('Muted'), query.flag('Hold'), query.flag('Coaching')];
      const found = [...conference.participants.values()].filter(
        (one) =>
          one.muted === (muted ?? one.muted) &&
          one.hold === (hold ?? one.hold) &&
          one.coaching === (coaching ?? one.coaching),
      );
      return pageOf(request, 'participants', found, show);
    }),
    accountRoute(accountSid, 'POST', LIST, (request) => ({
      status: 201,
      body: showParticipant(accountSid, addParticipant(state, request), true),
    })),
    accountRoute(accountSid, 'GET', ONE, (request) => ({ status: 200, body: show(find(state, request)) })),
    accountRoute(accountSid, 'POST', ONE, (request) => {
      const participant = find(state, request);
      change(state, participant, request);
      return { status: 200, body: show(participant) };
    }),
    accountRoute(accountSid, 'DELETE', ONE, (request) => {
      const participant = find(state, request);
      if (participant.hasJoined) leaveConference(state, participant, 'kicked');
      else endCall(state, participant.call, 'updated');
      return { status: 204 };
    }),
  ];
}
