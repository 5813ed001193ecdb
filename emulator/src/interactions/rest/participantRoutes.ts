import { page } from '../../kernel/paging';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { closeParticipant } from '../engine/closeParticipant';
import type { Channel, ChannelParticipant } from '../engine/model';
import { findParticipant, type InteractionState } from '../engine/state';
import { readRequest } from '../readFields';
import { readEnd } from '../readInteraction';
import { showParticipant } from '../show';
import { CHANNEL, channelOf } from './channelRoutes';
import { ok } from './interactionRoutes';

export const PARTICIPANTS = `${CHANNEL}/Participants`;

/** `Status=closed|wrapup` of one participant. */
export function updateParticipant(
  state: InteractionState,
  channel: Channel,
  request: TwilioRequest,
): ChannelParticipant {
  const participant = findParticipant(channel, pathSid(request, 'participantSid'));
  const fields = readRequest(request);
  const end = readEnd(fields.requiredText('status'));
  closeParticipant(state, channel, participant, end, fields.flag('close_channel_if_last_participant'));
  return participant;
}

/** Those who have not left. */
export const present = ({ participants }: Channel): readonly ChannelParticipant[] =>
  [...participants.values()].filter(({ isClosed }) => !isClosed);

/** `/v1/Interactions/{KD}/Channels/{UO}/Participants` and `…/Participants/{UT}`. */
export function participantRoutes(state: InteractionState): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: PARTICIPANTS,
      handle: (request) => {
        const channel = channelOf(state, request);
        return page(request, 'participants', present(channel), (one) => showParticipant(channel, one));
      },
    },
    {
      method: 'POST',
      pattern: `${PARTICIPANTS}/:participantSid`,
      handle: (request) => {
        const channel = channelOf(state, request);
        return ok(showParticipant(channel, updateParticipant(state, channel, request)));
      },
    },
  ];
}
