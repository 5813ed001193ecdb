import { isoDate } from '../../kernel/paging';
import type { Conversation, ConversationEngine, Message, Participant, User } from '../engine';
import { conversationDocument, messageList, rosterMap, userInfoMap } from '../live/names';
import { conversationUrl, userUrl } from './links';

export function showConversation(engine: ConversationEngine, conversation: Conversation) {
  const { sid } = conversation;
  const url = conversationUrl(sid);
  return {
    sid,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    created_by: conversation.createdBy,
    date_created: isoDate(conversation.dateCreated),
    date_updated: isoDate(conversation.dateUpdated),
    state: conversation.state,
    participants_count: engine.participants.list(sid).length,
    messages_count: engine.messages.list(sid).length,
    url,
    links: { participants: `${url}/Participants`, messages: `${url}/Messages` },
    sync_objects: {
      conversation: conversationDocument(sid),
      messages: messageList(sid),
      roster: rosterMap(sid),
    },
  };
}

/** A conversation as one of its participants sees it. */
export function showMembership(
  engine: ConversationEngine,
  conversation: Conversation,
  participant: Participant,
) {
  return {
    ...showConversation(engine, conversation),
    conversation_sid: conversation.sid,
    status: 'joined',
    notification_level: participant.notificationLevel,
    last_read_message_index: participant.lastReadMessageIndex,
    unread_messages_count: engine.messages.unread(conversation.sid, participant.lastReadMessageIndex),
  };
}

export const showMessage = (message: Message) => ({
  sid: message.sid,
  conversation_sid: message.conversationSid,
  index: message.index,
  author: message.author,
  body: message.body,
  subject: message.subject,
  attributes: message.attributes,
  participant_sid: message.participantSid,
  date_created: isoDate(message.dateCreated),
  date_updated: isoDate(message.dateUpdated),
  url: `${conversationUrl(message.conversationSid)}/Messages/${message.sid}`,
});

export const showParticipant = (participant: Participant) => ({
  sid: participant.sid,
  conversation_sid: participant.conversationSid,
  identity: participant.identity,
  attributes: participant.attributes,
  role_sid: participant.roleSid,
  messaging_binding: participant.binding && {
    type: participant.binding.type,
    address: participant.binding.address,
    proxy_address: participant.binding.proxyAddress,
  },
  date_created: isoDate(participant.dateCreated),
  date_updated: isoDate(participant.dateUpdated),
  url: `${conversationUrl(participant.conversationSid)}/Participants/${participant.sid}`,
});

export const showUser = (user: User) => ({
  sid: user.sid,
  identity: user.identity,
  friendly_name: user.friendlyName,
  attributes: user.attributes,
  is_online: user.isOnline,
  is_notifiable: false,
  url: userUrl(user.identity),
  links: { user_conversations: `${userUrl(user.identity)}/Conversations` },
  sync_objects: { user_info_map: userInfoMap(user.sid) },
});
