import { page } from '../../kernel/paging';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import { invalid } from '../../kernel/twilioError';
import { createInvite } from '../engine/createInvite';
import { findInteraction, type InteractionState } from '../engine/state';
import { readRequest } from '../readFields';
import { readRouting } from '../readInteraction';
import { showInvite } from '../show';
import { CHANNEL, channelOf } from './channelRoutes';
import { ok } from './interactionRoutes';

/** `/v1/Interactions/{KD}/Channels/{UO}/Invites`: another agent, by another task. */
export function inviteRoutes(state: InteractionState): readonly Route[] {
  const pattern = `${CHANNEL}/Invites`;
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => {
        const channel = channelOf(state, request);
        return page(request, 'invites', [...channel.invites.values()], (invite) =>
          showInvite(state.taskRouter, state.clock.now(), channel, invite),
        );
      },
    },
    {
      method: 'POST',
      pattern,
      handle: (request) => {
        const channel = channelOf(state, request);
        const routing = readRequest(request).object('routing');
        if (!routing) throw invalid('Missing required parameter Routing in the post body');
        const interaction = findInteraction(state, pathSid(request, 'interactionSid'));
        const invite = createInvite(state, interaction, readRouting(routing), 'api');
        return ok(showInvite(state.taskRouter, state.clock.now(), channel, invite));
      },
    },
  ];
}
