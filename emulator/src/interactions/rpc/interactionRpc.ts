import { pathSid } from '../../kernel/pathSid';
import { invalid } from '../../kernel/twilioError';
import { requireSelf } from '../../taskrouter/bridge/authorize';
import type { RpcRoute } from '../../taskrouter/bridge/rpc/rpcRoute';
import { createInteraction } from '../engine/createInteraction';
import { findChannel, findInteraction, findInvite, type InteractionState } from '../engine/state';
import { transferChannel } from '../engine/transferChannel';
import { readRequest } from '../readFields';
import { readInteraction, readTransfer } from '../readInteraction';
import { CHANNEL, CHANNELS, channelOf, updateChannel } from '../rest/channelRoutes';
import { INTERACTIONS } from '../rest/interactionRoutes';
import { PARTICIPANTS, present, updateParticipant } from '../rest/participantRoutes';
import { showChannel, showInteraction, showInvite, showParticipantWithMedia, showTransfer } from '../show';

const TRANSFERS = '/v1/Instances/:instanceSid/Interactions/:interactionSid/Channels/:channelSid/Transfers';

const RESERVATION_STATUS = { accept: 'accepted', decline: 'rejected' } as const;

const isAction = (action: string): action is keyof typeof RESERVATION_STATUS =>
  Object.hasOwn(RESERVATION_STATUS, action);

/** What Flex UI's `cbmClient` (flex-sdk 3.0.0, esm/cbm-sdk) asks of interactions over TaskRouter's event bridge. */
export function interactionRpc(state: InteractionState): readonly RpcRoute[] {
  const { taskRouter, clock } = state;

  const answerInvite: RpcRoute['handle'] = (request, caller) => {
    const channel = channelOf(state, request);
    const invite = findInvite(channel, pathSid(request, 'inviteSid'));
    const fields = readRequest(request);
    const action = fields.requiredText('action');
    const reservationSid = fields.object('routing')?.object('reservation')?.text('sid');
    if (!isAction(action) || reservationSid === undefined) {
      throw invalid('action must be accept or decline, with routing.reservation.sid');
    }
    const { reservations } = taskRouter.workspace(invite.workspaceSid);
    const reservation = reservations.get(reservationSid);
    requireSelf(caller, reservation.workerSid);
    if (reservation.taskSid !== invite.taskSid)
      throw invalid(`Reservation ${reservationSid} is of another task`);
    reservations.update(reservationSid, { reservationStatus: RESERVATION_STATUS[action] });
    return showInvite(taskRouter, clock.now(), channel, invite);
  };

  return [
    {
      method: 'POST',
      pattern: INTERACTIONS,
      handle: (request) =>
        showInteraction(
          taskRouter,
          clock.now(),
          createInteraction(state, readInteraction(readRequest(request))),
        ),
    },
    {
      method: 'GET',
      pattern: CHANNELS,
      handle: (request) => {
        const { channel } = findInteraction(state, pathSid(request, 'interactionSid'));
        return { channels: [{ ...showChannel(channel), media_sid: channel.conversationSid }] };
      },
    },
    {
      method: 'POST',
      pattern: CHANNEL,
      handle: (request) => {
        const channel = channelOf(state, request);
        updateChannel(state, channel, request);
        return showChannel(channel);
      },
    },
    { method: 'POST', pattern: `${CHANNEL}/Invites/:inviteSid`, handle: answerInvite },
    {
      method: 'GET',
      pattern: PARTICIPANTS,
      handle: (request) => {
        const channel = channelOf(state, request);
        // `status: "all"` also asks for those who left (flex-ui, completeTask).
        const isAll = request.query.get('status') === 'all';
        const shown = isAll ? [...channel.participants.values()] : present(channel);
        return {
          channel_type: channel.type,
          participants: shown.map((one) => showParticipantWithMedia(channel, one)),
        };
      },
    },
    {
      method: 'POST',
      pattern: `${PARTICIPANTS}/:participantSid`,
      handle: (request) => {
        const channel = channelOf(state, request);
        return showParticipantWithMedia(channel, updateParticipant(state, channel, request));
      },
    },
    {
      method: 'GET',
      pattern: TRANSFERS,
      handle: (request) => {
        const channel = channelOf(state, request);
        return [...channel.transfers.values()].map((one) =>
          showTransfer(taskRouter.accountSid, channel, one),
        );
      },
    },
    {
      method: 'POST',
      pattern: TRANSFERS,
      handle: (request) => {
        const interaction = findInteraction(state, pathSid(request, 'interactionSid'));
        const channel = findChannel(state, interaction.sid, pathSid(request, 'channelSid'));
        const input = readTransfer(readRequest(request), pathSid(request, 'instanceSid'));
        return showTransfer(taskRouter.accountSid, channel, transferChannel(state, interaction, input));
      },
    },
  ];
}
