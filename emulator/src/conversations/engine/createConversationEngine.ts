import type { Clock } from '../../kernel/clock';
import type { Random } from '../../kernel/random';
import type { Change, ChangeListener, TypingListener } from './changes';
import { createConversations, type ConversationOperations } from './conversations';
import { createMessages, type MessageOperations } from './messages';
import { createParticipants, type ParticipantOperations } from './participants';
import type { EngineState, Roles } from './records';
import { createUsers, type UserOperations } from './users';

/** Twilio Conversations without HTTP: one service's conversations, in memory. Throws TwilioError for what it refuses. */
export interface ConversationEngine {
  readonly roles: Roles;
  readonly conversations: ConversationOperations;
  readonly participants: ParticipantOperations;
  readonly messages: MessageOperations;
  readonly users: UserOperations;
  /** Tells those who listen that this identity is writing. Throws 403 / 50430 for one who is not in. */
  type(conversationSid: string, identity: string): void;
  /** Returns the way to stop listening. */
  on(listener: ChangeListener): () => void;
  onTyping(listener: TypingListener): () => void;
}

export function createConversationEngine({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): ConversationEngine {
  const listeners = new Set<ChangeListener>();
  const typingListeners = new Set<TypingListener>();
  const roles = {
    serviceUser: random.sid('RL'),
    channelUser: random.sid('RL'),
    channelAdmin: random.sid('RL'),
  };
  const state: EngineState = {
    clock,
    random,
    roles,
    conversations: new Map(),
    users: new Map(),
    tell: createTeller(listeners),
  };
  const conversations = createConversations(state);
  const users = createUsers(state);
  const participants = createParticipants(state, (by, identity) => {
    users.ensure(by, identity);
  });

  return {
    roles,
    conversations,
    participants,
    messages: createMessages(state),
    users,
    type(conversationSid, identity) {
      const participant = participants.member(conversationSid, identity);
      const conversation = conversations.get(conversationSid);
      for (const listener of typingListeners) listener(conversation, participant);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onTyping(listener) {
      typingListeners.add(listener);
      return () => typingListeners.delete(listener);
    },
  };
}

/** In order: what a listener changes is told after everybody heard of what came before. */
function createTeller(listeners: ReadonlySet<ChangeListener>): (change: Change) => void {
  const waiting: Change[] = [];
  let isTelling = false;
  return (change) => {
    waiting.push(change);
    if (isTelling) return;
    isTelling = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const listener of [...listeners]) listener(next);
      }
    } finally {
      isTelling = false;
    }
  };
}
