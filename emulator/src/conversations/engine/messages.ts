import { invalid, notFound } from '../../kernel/twilioError';
import { findConversation, findOpenConversation } from './findConversation';
import { checkAttributes, checkLength, checkSize, KEPT, LIMITS } from './limits';
import type { Message, Source } from './model';
import { stamp, type ConversationRecord, type EngineState } from './records';

export interface MessageInput {
  /** `system` unless given. */
  readonly author?: string;
  readonly body?: string;
  readonly subject?: string;
  readonly attributes?: string;
}

export interface MessageOperations {
  /** Throws 400 / 20001 without a body: media aren't emulated. */
  send(by: Source, conversationSid: string, input: MessageInput): Message;
  /** Throws 404 / 20404. */
  get(conversationSid: string, sid: string): Message;
  /** The newest 1,000, in order. */
  list(conversationSid: string): readonly Message[];
  /** Messages behind the read horizon; null while none is set. */
  unread(conversationSid: string, lastReadMessageIndex: number | null): number | null;
  update(by: Source, conversationSid: string, sid: string, change: MessageInput): Message;
  remove(by: Source, conversationSid: string, sid: string): void;
}

export function createMessages(state: EngineState): MessageOperations {
  const find = ({ conversation, messages }: ConversationRecord, sid: string): Message => {
    const found = messages.get(sid);
    if (!found) throw notFound(`/Conversations/${conversation.sid}/Messages/${sid}`);
    return found;
  };
  const remove = (by: Source, { conversation, messages }: ConversationRecord, message: Message): void => {
    messages.delete(message.sid);
    state.tell({ type: 'onMessageRemoved', at: state.clock.now(), by, conversation, message });
  };

  return {
    send(by, conversationSid, input) {
      const record = findOpenConversation(state, conversationSid);
      check(input);
      const { author = 'system', body = '', subject = null, attributes = '{}' } = input;
      if (body === '') throw invalid('Body is required');
      const message: Message = {
        ...stamp(state, 'IM'),
        conversationSid: record.conversation.sid,
        index: record.nextIndex,
        author,
        participantSid: authorOf(record, author),
        body,
        subject,
        attributes,
        lastUpdatedBy: null,
      };
      record.nextIndex += 1;
      record.messages.set(message.sid, message);
      const { conversation } = record;
      state.tell({ type: 'onMessageAdded', at: message.dateCreated, by, conversation, message });
      const oldest = record.messages.values().next();
      if (record.messages.size > KEPT.messagesPerConversation && !oldest.done)
        remove(by, record, oldest.value);
      return message;
    },
    get: (conversationSid, sid) => find(findConversation(state, conversationSid), sid),
    list: (conversationSid) => [...findConversation(state, conversationSid).messages.values()],
    unread(conversationSid, horizon) {
      if (horizon === null) return null;
      const { messages } = findConversation(state, conversationSid);
      return [...messages.values()].filter(({ index }) => index > horizon).length;
    },
    update(by, conversationSid, sid, change) {
      const record = findOpenConversation(state, conversationSid);
      const before = find(record, sid);
      check(change);
      const at = state.clock.now();
      const lastUpdatedBy = by.type === 'SDK' ? by.identity : 'system';
      const message: Message = { ...before, ...change, dateUpdated: at, lastUpdatedBy };
      record.messages.set(sid, message);
      state.tell({ type: 'onMessageUpdated', at, by, conversation: record.conversation, message });
      return message;
    },
    remove(by, conversationSid, sid) {
      const record = findOpenConversation(state, conversationSid);
      remove(by, record, find(record, sid));
    },
  };
}

function check({ body, subject, attributes, author }: MessageInput): void {
  checkSize('Body', body ?? null, LIMITS.bodyBytes);
  checkLength('Subject', subject ?? null, LIMITS.friendlyNameCharacters);
  checkLength('Author', author ?? null, LIMITS.identityCharacters);
  if (attributes !== undefined) checkAttributes(attributes, LIMITS.attributesBytes);
}

function authorOf({ participants }: ConversationRecord, author: string): string | null {
  for (const { sid, identity, binding } of participants.values()) {
    if (identity === author || binding?.address === author) return sid;
  }
  return null;
}
