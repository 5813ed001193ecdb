import { given } from '../../kernel/given';
import { invalid } from '../../kernel/twilioError';
import type { RoutingInput } from './inputs';
import type { Interaction, Invite } from './model';
import type { InteractionState } from './state';
import { writeAttributes } from './writeAttributes';

/**
 * Invites an agent: makes the task that TaskRouter routes. Throws 400/20001 for what TaskRouter refuses, and for a channel
 * in which nothing goes on any more.
 */
export function createInvite(
  state: InteractionState,
  interaction: Interaction,
  routing: RoutingInput,
  initiatedBy: string,
): Invite {
  const { channel } = interaction;
  if (channel.status !== 'active') throw invalid(`Channel ${channel.sid} is ${channel.status}`);
  const sid = state.random.sid('KG');
  const { workspaceSid, workflowSid, routingTarget, priority, timeout, taskChannel } = routing;
  const task = state.taskRouter.workspace(workspaceSid).tasks.create({
    ...given({ workflowSid, routingTarget, priority, timeout, taskChannel }),
    attributes: writeAttributes(interaction, sid, routing, initiatedBy),
  });
  const invite: Invite = { sid, workspaceSid, taskSid: task.sid };
  channel.invites.set(sid, invite);
  state.byTask.set(task.sid, channel);
  return invite;
}
