import { pathSid } from '../../kernel/pathSid';
import type { TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { findLiveConference } from '../conferences/openConference';
import { everyWorkspace } from '../everyWorkspace';
import type { Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { callSidOf, channelSidOf, taskSidOf } from './sids';

/** The task of the voice channel an interaction stands for. Throws 404/20404. */
export function findTask(state: VoiceState, request: TwilioRequest): string {
  const taskSid = taskSidOf(pathSid(request, 'interactionSid'));
  const isVoice = everyWorkspace(state).some(
    ({ tasks }) => tasks.find(taskSid)?.taskChannelUniqueName === 'voice',
  );
  if (!isVoice) throw notFound(request.path);
  return taskSid;
}

/** The live conference of the interaction's one channel, if there is one. Throws 404/20404 for another channel. */
export function findConference(
  state: VoiceState,
  request: TwilioRequest,
): { taskSid: string; conference?: Conference | undefined } {
  const taskSid = findTask(state, request);
  if (pathSid(request, 'channelSid') !== channelSidOf(taskSid)) throw notFound(request.path);
  return { taskSid, conference: findLiveConference(state, taskSid) };
}

export function findParticipant(
  state: VoiceState,
  request: TwilioRequest,
): { taskSid: string; participant: Participant } {
  const { taskSid, conference } = findConference(state, request);
  const participant = conference?.participants.get(callSidOf(pathSid(request, 'participantSid')));
  if (!participant?.hasJoined) throw notFound(request.path);
  return { taskSid, participant };
}
