import { API, type ConversationState } from '../../conversations';
import { endTask, type TaskEnd } from './endTask';
import type { Channel } from './model';
import type { InteractionState } from './state';

/**
 * Closes a channel, or makes it inactive, with its conversation and the tasks it has: agents go to wrap-up unless told
 * otherwise (OpenAPI, UpdateInteractionChannelRequest). Closing it again only ends what is still in wrap-up.
 */
export function closeChannel(
  state: InteractionState,
  channel: Channel,
  status: 'closed' | 'inactive',
  end: TaskEnd = 'wrapup',
): void {
  setConversationState(state, channel, status);
  channel.status = channel.status === 'closed' ? 'closed' : status;
  for (const invite of channel.invites.values()) endTask(state.taskRouter, invite, end);
}

function setConversationState(
  { conversations }: InteractionState,
  channel: Channel,
  to: ConversationState,
): void {
  const conversation = conversations.conversations.find(channel.conversationSid);
  if (!conversation || conversation.state === 'closed' || conversation.state === to) return;
  conversations.conversations.update(API, conversation.sid, { state: to });
}
