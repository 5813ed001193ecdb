import { given } from '../../kernel/given';
import { isObject } from '../../kernel/isObject';
import { formOf } from '../../kernel/parameters';
import { readJson } from '../../kernel/readJson';
import { invalid } from '../../kernel/twilioError';
import type { RpcRoute } from '../../taskrouter/bridge/rpc/rpcRoute';
import { changeParticipant } from '../conferences/changeParticipant';
import { endConference } from '../conferences/endConference';
import { joinedIn } from '../conferences/joinedIn';
import { leaveConference } from '../conferences/leaveConference';
import { findLiveConference } from '../conferences/openConference';
import type { Conference } from '../model';
import type { VoiceState } from '../state';
import { findConference, findParticipant, findTask } from './findInInteraction';
import { channelSidOf, interactionSidOf } from './sids';
import { showParticipant } from './showParticipant';

const CHANNELS = '/v1/Interactions/:interactionSid/Channels';
const CHANNEL = `${CHANNELS}/:channelSid`;
const PARTICIPANTS = `${CHANNEL}/Participants`;

const flagIn = (properties: unknown, name: string): boolean | undefined => {
  const value = isObject(properties) ? properties[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
};

/** Calls as interactions, the way Flex reads and changes their participants (`cbmClient` of flex-ui 2.17.1). */
export function interactionRoutes(state: VoiceState): readonly RpcRoute[] {
  const { accountSid } = state.context;
  const showChannel = (taskSid: string, conference: Conference | undefined) => ({
    sid: channelSidOf(taskSid),
    interaction_sid: interactionSidOf(taskSid),
    type: 'voice',
    status: 'active',
    media_sid: conference?.sid ?? null,
  });
  return [
    {
      method: 'GET',
      pattern: CHANNELS,
      handle: (request) => {
        const taskSid = findTask(state, request);
        const conference = findLiveConference(state, taskSid);
        // A task that isn't a call, or no longer: Flex then looks into Sync.
        const isCall = conference !== undefined || state.callers.has(taskSid);
        return { channels: isCall ? [showChannel(taskSid, conference)] : [] };
      },
    },
    {
      method: 'POST',
      pattern: CHANNEL,
      handle: (request) => {
        const { taskSid, conference } = findConference(state, request);
        if (formOf(request).requiredText('status') !== 'closed') throw invalid('status can only be closed');
        if (conference) endConference(state, conference, 'conference-ended-via-api');
        return { ...showChannel(taskSid, conference), status: 'closed' };
      },
    },
    {
      method: 'GET',
      pattern: PARTICIPANTS,
      handle: (request) => {
        const { taskSid, conference } = findConference(state, request);
        const participants = conference ? joinedIn(conference) : [];
        return {
          channel_type: 'voice',
          participants: participants.map((participant) => showParticipant(accountSid, taskSid, participant)),
        };
      },
    },
    {
      method: 'POST',
      pattern: `${PARTICIPANTS}/:participantSid`,
      handle: (request) => {
        const { taskSid, participant } = findParticipant(state, request);
        const form = formOf(request);
        if (form.text('status') === 'closed') {
          leaveConference(state, participant, 'kicked');
        } else {
          const properties = readJson(form.requiredText('media_properties'));
          changeParticipant(
            state,
            participant,
            given({
              hold: flagIn(properties, 'hold'),
              muted: flagIn(properties, 'muted'),
              endConferenceOnExit: flagIn(properties, 'end_conference_on_exit'),
            }),
          );
        }
        return showParticipant(accountSid, taskSid, participant, 'participant-modify');
      },
    },
  ];
}
