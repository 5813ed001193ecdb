import { notFound } from '../../kernel/twilioError';
import type { ConversationRecord, EngineState } from './records';
import { closed } from './refusals';

/** A conversation by its SID or unique name: 404 / 20404. */
export function findConversation(state: EngineState, sidOrUniqueName: string): ConversationRecord {
  const found = state.conversations.get(sidOrUniqueName) ?? findByUniqueName(state, sidOrUniqueName);
  if (!found) throw notFound(`/Conversations/${sidOrUniqueName}`);
  return found;
}

/** One that can still be changed: a closed conversation is read-only. */
export function findOpenConversation(state: EngineState, sidOrUniqueName: string): ConversationRecord {
  const found = findConversation(state, sidOrUniqueName);
  if (found.conversation.state === 'closed') throw closed(found.conversation.sid);
  return found;
}

export function findByUniqueName(state: EngineState, uniqueName: string): ConversationRecord | undefined {
  for (const record of state.conversations.values()) {
    if (record.conversation.uniqueName === uniqueName) return record;
  }
  return undefined;
}
