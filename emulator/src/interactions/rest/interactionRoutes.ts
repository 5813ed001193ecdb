import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route } from '../../kernel/route';
import { createInteraction } from '../engine/createInteraction';
import { findInteraction, type InteractionState } from '../engine/state';
import { readRequest } from '../readFields';
import { readInteraction } from '../readInteraction';
import { showInteraction } from '../show';

export const INTERACTIONS = '/v1/Interactions';

/** 200, also for what was created: the Interactions API documents no 201 but for transfers. */
export const ok = (body: unknown): Reply => ({ status: 200, body });

/** `/v1/Interactions` and `/v1/Interactions/{KD}`. */
export function interactionRoutes(state: InteractionState): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: INTERACTIONS,
      handle: (request) => {
        const interaction = createInteraction(state, readInteraction(readRequest(request)));
        return ok(showInteraction(state.taskRouter, state.clock.now(), interaction));
      },
    },
    {
      method: 'GET',
      pattern: `${INTERACTIONS}/:interactionSid`,
      handle: (request) => {
        const interaction = findInteraction(state, pathSid(request, 'interactionSid'));
        return ok(showInteraction(state.taskRouter, state.clock.now(), interaction));
      },
    },
  ];
}
