import { isoDate } from '../kernel/paging';
import type { TaskRouterEngine } from '../taskrouter/engine';
import type { Channel, ChannelParticipant, ChannelTransfer, Interaction, Invite } from './engine/model';

const ORIGIN = 'https://flex-api.twilio.com/v1/Interactions';

const channelUrl = ({ interactionSid, sid }: Channel): string =>
  `${ORIGIN}/${interactionSid}/Channels/${sid}`;
const seconds = (epochMs: number): number => Math.floor(epochMs / 1000);

/** The task of an invite as `routing` shows it: epoch seconds, attributes as JSON text (OpenAPI example). */
function showRouting(engine: TaskRouterEngine, now: number, { workspaceSid, taskSid }: Invite): unknown {
  const workspace = engine.workspaces.find(workspaceSid) && engine.workspace(workspaceSid);
  const task = workspace?.tasks.find(taskSid);
  if (!workspace || !task)
    return { reservation: null, properties: { sid: taskSid, workspace_sid: workspaceSid } };
  const { workflowSid, taskQueueSid, taskQueueEnteredDate } = task;
  return {
    reservation: null,
    properties: {
      account_sid: engine.accountSid,
      workspace_sid: workspaceSid,
      sid: taskSid,
      date_created: seconds(task.dateCreated),
      date_updated: seconds(task.dateUpdated),
      attributes: task.attributes,
      assignment_status: task.assignmentStatus,
      workflow_sid: workflowSid,
      workflow_name:
        workflowSid === null ? null : (workspace.workflows.find(workflowSid)?.friendlyName ?? null),
      queue_sid: taskQueueSid,
      queue_name:
        taskQueueSid === null ? null : (workspace.taskQueues.find(taskQueueSid)?.friendlyName ?? null),
      priority: task.priority,
      age: seconds(now) - seconds(task.dateCreated),
      reason: task.reason ?? '',
      timeout: task.timeout,
      task_channel_sid: task.taskChannelSid,
      task_channel_unique_name: task.taskChannelUniqueName,
      routing_target: task.routingTarget,
      task_queue_entered_date: taskQueueEnteredDate === null ? null : seconds(taskQueueEnteredDate),
      age_in_queue: taskQueueEnteredDate === null ? 0 : seconds(now) - seconds(taskQueueEnteredDate),
      addons: '{}',
    },
  };
}

export function showInteraction(
  engine: TaskRouterEngine,
  now: number,
  { sid, channel, webhookTtid, contextSid }: Interaction,
): unknown {
  const [invite] = channel.invites.values();
  return {
    sid,
    channel: { type: channel.type, sid: channel.sid },
    routing: invite ? showRouting(engine, now, invite) : null,
    interaction_context_sid: contextSid,
    webhook_ttid: webhookTtid,
    url: `${ORIGIN}/${sid}`,
    links: { channels: `${ORIGIN}/${sid}/Channels` },
  };
}

export function showChannel(channel: Channel) {
  const url = channelUrl(channel);
  return {
    sid: channel.sid,
    interaction_sid: channel.interactionSid,
    type: channel.type,
    status: channel.status,
    error_code: null,
    error_message: null,
    url,
    links: { participants: `${url}/Participants`, invites: `${url}/Invites`, transfers: `${url}/Transfers` },
  };
}

export const showInvite = (
  engine: TaskRouterEngine,
  now: number,
  channel: Channel,
  invite: Invite,
): unknown => ({
  sid: invite.sid,
  channel_sid: channel.sid,
  interaction_sid: channel.interactionSid,
  routing: showRouting(engine, now, invite),
  url: `${channelUrl(channel)}/Invites/${invite.sid}`,
});

export const showParticipant = (channel: Channel, { sid, type, routing }: ChannelParticipant) => ({
  sid,
  type,
  channel_sid: channel.sid,
  interaction_sid: channel.interactionSid,
  routing_properties: routing && {
    task_sid: routing.taskSid,
    worker_sid: routing.workerSid,
    reservation_sid: routing.reservationSid,
  },
  url: `${channelUrl(channel)}/Participants/${sid}`,
});

/** As agents' clients see a participant: with whom it is in the conversation. */
export const showParticipantWithMedia = (channel: Channel, participant: ChannelParticipant) => ({
  ...showParticipant(channel, participant),
  channel_type: channel.type,
  media_properties: {
    sid: participant.conversationParticipantSid,
    identity: participant.identity,
    type: channel.type,
  },
});

export const showTransfer = (accountSid: string, channel: Channel, transfer: ChannelTransfer): unknown => ({
  sid: transfer.sid,
  account_sid: accountSid,
  instance_sid: transfer.instanceSid,
  interaction_sid: channel.interactionSid,
  channel_sid: channel.sid,
  execution_sid: transfer.executionSid,
  type: 'cold',
  status: transfer.status,
  from: transfer.from,
  to: transfer.to,
  note_sid: transfer.noteSid,
  summary_sid: transfer.summarySid,
  date_created: isoDate(transfer.dateCreated),
  date_updated: isoDate(transfer.dateUpdated),
  url: `${channelUrl(channel)}/Transfers/${transfer.sid}`,
});
