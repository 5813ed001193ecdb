import { page } from '../../kernel/paging';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { invalid } from '../../kernel/twilioError';
import { closeChannel } from '../engine/closeChannel';
import type { Channel } from '../engine/model';
import { findChannel, findInteraction, type InteractionState } from '../engine/state';
import { readRequest } from '../readFields';
import { readChannelStatus, readEnd } from '../readInteraction';
import { showChannel } from '../show';
import { INTERACTIONS, ok } from './interactionRoutes';

export const CHANNELS = `${INTERACTIONS}/:interactionSid/Channels`;
export const CHANNEL = `${CHANNELS}/:channelSid`;

/** The channel a path names. Throws 404 / 20404. */
export const channelOf = (state: InteractionState, request: TwilioRequest): Channel =>
  findChannel(state, pathSid(request, 'interactionSid'), pathSid(request, 'channelSid'));

/** `Status` and `Routing.status`, which an inactive channel needs and has only one value for (OpenAPI). */
export function updateChannel(state: InteractionState, channel: Channel, request: TwilioRequest): void {
  const fields = readRequest(request);
  const status = readChannelStatus(fields.requiredText('status'));
  const end = fields.object('routing')?.text('status');
  if (status === 'inactive' && end !== 'closed')
    throw invalid('Routing status must be closed for an inactive channel');
  closeChannel(state, channel, status, readEnd(end));
}

/** `/v1/Interactions/{KD}/Channels` and `…/Channels/{UO}`. */
export function channelRoutes(state: InteractionState): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: CHANNELS,
      handle: (request) => {
        const { channel } = findInteraction(state, pathSid(request, 'interactionSid'));
        return page(request, 'channels', [channel], showChannel);
      },
    },
    { method: 'GET', pattern: CHANNEL, handle: (request) => ok(showChannel(channelOf(state, request))) },
    {
      method: 'POST',
      pattern: CHANNEL,
      handle: (request) => {
        const channel = channelOf(state, request);
        updateChannel(state, channel, request);
        return ok(showChannel(channel));
      },
    },
  ];
}
