import type { Conversation, Message, Participant } from '../engine';
import type { JsonObject } from '../../sync/model';
import { conversationDocument, messageList, rosterMap, userInfoMap } from './names';

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

/** A conversation's document as `@twilio/conversations` 2.5.0 reads it (conversation.js, `_update`). */
export const describeConversation = (conversation: Conversation, last: Message | undefined): JsonObject => ({
  friendlyName: conversation.friendlyName,
  uniqueName: conversation.uniqueName,
  attributes: conversation.attributes,
  createdBy: conversation.createdBy,
  dateCreated: iso(conversation.dateCreated),
  dateUpdated: iso(conversation.dateUpdated),
  messages: messageList(conversation.sid),
  roster: rosterMap(conversation.sid),
  state: { current: conversation.state, dateUpdated: iso(conversation.stateUpdated) },
  ...(last ? { lastMessage: { index: last.index, timestamp: iso(last.dateCreated) } } : {}),
});

/** An item of the messages list (message.js); its attributes are JSON text there too. */
export const describeMessage = (message: Message): JsonObject => ({
  sid: message.sid,
  type: 'text',
  author: message.author,
  memberSid: message.participantSid,
  text: message.body,
  subject: message.subject,
  attributes: message.attributes,
  timestamp: iso(message.dateCreated),
  dateUpdated: iso(message.dateUpdated),
  lastUpdatedBy: message.lastUpdatedBy,
});

/** An item of the roster (participant.js). */
export const describeParticipant = (participant: Participant, userSid: string | undefined): JsonObject => ({
  identity: participant.identity,
  type: participant.identity === null ? (participant.binding?.type ?? 'chat') : 'chat',
  roleSid: participant.roleSid,
  attributes: participant.attributes,
  dateCreated: iso(participant.dateCreated),
  dateUpdated: iso(participant.dateUpdated),
  lastConsumedMessageIndex: participant.lastReadMessageIndex,
  lastConsumptionTimestamp:
    participant.lastReadTimestamp === null ? null : iso(participant.lastReadTimestamp),
  ...(userSid === undefined ? {} : { userInfo: userInfoMap(userSid) }),
  bindings: participant.binding
    ? {
        [participant.binding.type]: {
          address: participant.binding.address,
          proxy_address: participant.binding.proxyAddress,
        },
      }
    : {},
});

/** An item of a user's own map of conversations (data/conversations.js). */
export const describeMembership = (conversation: Conversation, participant: Participant): JsonObject => ({
  status: 'joined',
  channel: conversationDocument(conversation.sid),
  messages: messageList(conversation.sid),
  roster: rosterMap(conversation.sid),
  notificationLevel: participant.notificationLevel,
  lastConsumedMessageIndex: participant.lastReadMessageIndex,
});
