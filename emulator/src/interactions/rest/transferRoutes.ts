import { isObject } from '../../kernel/isObject';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import { findInteraction, findTransfer, type InteractionState } from '../engine/state';
import { transferChannel } from '../engine/transferChannel';
import { readFields } from '../readFields';
import { readTransfer } from '../readInteraction';
import { showTransfer } from '../show';
import { CHANNEL, channelOf } from './channelRoutes';
import { ok } from './interactionRoutes';

/** `/v1/Interactions/{KD}/Channels/{UO}/Transfers`: takes JSON and answers 201, unlike its neighbours (OpenAPI). */
export function transferRoutes(state: InteractionState): readonly Route[] {
  const { accountSid } = state.taskRouter;
  return [
    {
      method: 'POST',
      pattern: `${CHANNEL}/Transfers`,
      body: 'json',
      handle: (request) => {
        const channel = channelOf(state, request);
        const interaction = findInteraction(state, pathSid(request, 'interactionSid'));
        const input = readTransfer(readFields(isObject(request.json) ? request.json : {}));
        const transfer = transferChannel(state, interaction, input);
        return { status: 201, body: showTransfer(accountSid, channel, transfer) };
      },
    },
    {
      method: 'GET',
      pattern: `${CHANNEL}/Transfers/:transferSid`,
      handle: (request) => {
        const channel = channelOf(state, request);
        return ok(showTransfer(accountSid, channel, findTransfer(channel, pathSid(request, 'transferSid'))));
      },
    },
  ];
}
