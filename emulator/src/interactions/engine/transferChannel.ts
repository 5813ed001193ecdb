import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import { invalid } from '../../kernel/twilioError';
import { closeParticipant } from './closeParticipant';
import { createInvite } from './createInvite';
import type { RoutingInput, TransferInput } from './inputs';
import type { Channel, ChannelTransfer, Interaction } from './model';
import { findParticipant, type InteractionState } from './state';

/**
 * Transfers a channel, cold: another agent is invited by a task of his own, with the attributes of the first one's;
 * the first agent goes to wrap-up once he is there. Throws 400/20001 for a target that isn't a WK…, WQ… or WW…,
 * and for an agent who has left.
 */
export function transferChannel(
  state: InteractionState,
  interaction: Interaction,
  input: TransferInput,
): ChannelTransfer {
  const { channel } = interaction;
  const { routing, isClosed } = findParticipant(channel, input.from);
  if (!routing || isClosed) throw invalid(`Participant ${input.from} is not an agent in this channel`);
  const { tasks } = state.taskRouter.workspace(routing.workspaceSid);
  const task = tasks.get(routing.taskSid);
  const attributes = readJson(task.attributes);
  const invite = createInvite(
    state,
    interaction,
    {
      workspaceSid: routing.workspaceSid,
      ...targetOf(input.to),
      taskChannel: task.taskChannelUniqueName,
      priority: task.priority,
      attributes: isObject(attributes) ? attributes : {},
    },
    'agent',
  );
  const now = state.clock.now();
  const transfer: ChannelTransfer = {
    sid: state.random.sid('UX'),
    instanceSid: input.instanceSid ?? null,
    from: input.from,
    to: input.to,
    inviteSid: invite.sid,
    noteSid: input.noteSid ?? null,
    summarySid: input.summarySid ?? null,
    executionSid: state.random.sid('QW'),
    status: 'active',
    dateCreated: now,
    dateUpdated: now,
  };
  channel.transfers.set(transfer.sid, transfer);
  return transfer;
}

const targetOf = (to: string): Pick<RoutingInput, 'workflowSid' | 'routingTarget'> => {
  if (to.startsWith('WW')) return { workflowSid: to };
  if (to.startsWith('WK') || to.startsWith('WQ')) return { routingTarget: to };
  throw invalid(`to must be a worker, a queue or a workflow, not ${to}`);
};

/** Ends the transfer a task was made for: the first agent wraps up when another took over, and goes on otherwise. */
export function settleTransfer(
  state: InteractionState,
  channel: Channel,
  taskSid: string,
  status: 'completed' | 'failed',
): void {
  const transfer = [...channel.transfers.values()].find(
    (one) => one.status === 'active' && channel.invites.get(one.inviteSid)?.taskSid === taskSid,
  );
  if (!transfer) return;
  transfer.status = status;
  transfer.dateUpdated = state.clock.now();
  if (status === 'failed') return;
  closeParticipant(state, channel, findParticipant(channel, transfer.from), 'wrapup', false);
}
