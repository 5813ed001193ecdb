import { given } from '../../kernel/given';
import { isObject } from '../../kernel/isObject';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import { readJson } from '../../kernel/readJson';
import type { TwilioRequest } from '../../kernel/route';
import { invalid, notFound } from '../../kernel/twilioError';
import type { RpcRoute } from '../../taskrouter/bridge/rpc/rpcRoute';
import { changeParticipant } from '../conferences/changeParticipant';
import { endConference } from '../conferences/endConference';
import { joinedIn } from '../conferences/joinedIn';
import { leaveConference } from '../conferences/leaveConference';
import { findLiveConference } from '../conferences/openConference';
import type { Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { callOf, channelOf, interactionOf, taskOf } from './names';
import { showParticipant } from './showParticipant';

const CHANNELS = '/v1/Interactions/:interactionSid/Channels';
const CHANNEL = `${CHANNELS}/:channelSid`;
const PARTICIPANTS = `${CHANNEL}/Participants`;

/** The task of the voice channel an interaction stands for. Throws 404/20404. */
function findTask({ taskRouter }: VoiceState, request: TwilioRequest): string {
  const taskSid = taskOf(pathSid(request, 'interactionSid'));
  const isVoice = taskRouter.workspaces
    .list()
    .some(({ sid }) => taskRouter.workspace(sid).tasks.find(taskSid)?.taskChannelUniqueName === 'voice');
  if (!isVoice) throw notFound(request.path);
  return taskSid;
}

/** The live conference of the interaction's one channel, if there is one. Throws 404/20404 for another channel. */
function findConference(
  state: VoiceState,
  request: TwilioRequest,
): { taskSid: string; conference?: Conference | undefined } {
  const taskSid = findTask(state, request);
  if (pathSid(request, 'channelSid') !== channelOf(taskSid)) throw notFound(request.path);
  return { taskSid, conference: findLiveConference(state, taskSid) };
}

function findParticipant(
  state: VoiceState,
  request: TwilioRequest,
): { taskSid: string; participant: Participant } {
  const { taskSid, conference } = findConference(state, request);
  const participant = conference?.participants.get(callOf(pathSid(request, 'participantSid')));
  if (!participant?.hasJoined) throw notFound(request.path);
  return { taskSid, participant };
}

const flagIn = (properties: unknown, name: string): boolean | undefined => {
  const value = isObject(properties) ? properties[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
};

/** Calls as interactions, the way Flex reads and changes their participants (`cbmClient` of flex-ui 2.17.1). */
export function interactionRoutes(state: VoiceState): readonly RpcRoute[] {
  const { accountSid } = state.context;
  const showChannel = (taskSid: string, conference: Conference | undefined) => ({
    sid: channelOf(taskSid),
    interaction_sid: interactionOf(taskSid),
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
