import { isoDate } from '../../kernel/paging';
import type { Conversation, Message, Participant, User } from '../engine';
import type { RestCall, RestContext } from './conversationsRoute';

type Where = Pick<RestCall, 'base' | 'serviceSid'>;

const dates = ({
  dateCreated,
  dateUpdated,
}: {
  readonly dateCreated: number;
  readonly dateUpdated: number;
}) => ({
  date_created: isoDate(dateCreated),
  date_updated: isoDate(dateUpdated),
});

const serviceOf = ({ serviceSid }: Where) =>
  serviceSid === undefined ? {} : { chat_service_sid: serviceSid };

export function showConversation(context: RestContext, { base }: Where, conversation: Conversation): unknown {
  const url = `${base}/Conversations/${conversation.sid}`;
  return {
    sid: conversation.sid,
    account_sid: context.accountSid,
    chat_service_sid: context.serviceSid,
    messaging_service_sid: context.messagingServiceSid,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    state: conversation.state,
    ...dates(conversation),
    timers: {},
    bindings: {},
    url,
    links: {
      participants: `${url}/Participants`,
      messages: `${url}/Messages`,
      webhooks: `${url}/Webhooks`,
      export: `${url}/Export`,
    },
  };
}

export function showMessage(context: RestContext, where: Where, message: Message): unknown {
  const url = `${where.base}/Conversations/${message.conversationSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: context.accountSid,
    ...serviceOf(where),
    conversation_sid: message.conversationSid,
    index: message.index,
    author: message.author,
    body: message.body,
    media: null,
    attributes: message.attributes,
    participant_sid: message.participantSid,
    ...dates(message),
    delivery: null,
    content_sid: null,
    url,
    links: { delivery_receipts: `${url}/Receipts`, channel_metadata: `${url}/ChannelMetadata` },
  };
}

export function showParticipant(context: RestContext, where: Where, participant: Participant): unknown {
  const { binding, lastReadTimestamp } = participant;
  return {
    sid: participant.sid,
    account_sid: context.accountSid,
    ...serviceOf(where),
    conversation_sid: participant.conversationSid,
    identity: participant.identity,
    attributes: participant.attributes,
    messaging_binding: binding && {
      type: binding.type,
      ...(binding.address === null ? {} : { address: binding.address }),
      ...(binding.proxyAddress === null ? {} : { proxy_address: binding.proxyAddress }),
      ...(binding.projectedAddress === null ? {} : { projected_address: binding.projectedAddress }),
    },
    role_sid: participant.roleSid,
    ...dates(participant),
    last_read_message_index: participant.lastReadMessageIndex,
    last_read_timestamp: lastReadTimestamp === null ? null : isoDate(lastReadTimestamp),
    url: `${where.base}/Conversations/${participant.conversationSid}/Participants/${participant.sid}`,
  };
}

export function showUser(context: RestContext, { base }: Where, user: User): unknown {
  const url = `${base}/Users/${user.sid}`;
  return {
    sid: user.sid,
    account_sid: context.accountSid,
    chat_service_sid: context.serviceSid,
    role_sid: user.roleSid,
    identity: user.identity,
    friendly_name: user.friendlyName,
    attributes: user.attributes,
    is_online: user.isOnline,
    is_notifiable: false,
    ...dates(user),
    url,
    links: { user_conversations: `${url}/Conversations` },
  };
}
