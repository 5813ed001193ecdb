import type { Conversation, ConversationState, Message, Participant, Source, User } from './model';

interface Happened {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Source;
}

interface InConversation extends Happened {
  /** As it was right after the change. */
  readonly conversation: Conversation;
}

export interface ConversationChange extends InConversation {
  readonly type: 'onConversationAdded' | 'onConversationUpdated';
}

export interface ConversationRemoval extends InConversation {
  readonly type: 'onConversationRemoved';
  /** Who was in it. */
  readonly participants: readonly Participant[];
}

export interface StateChange extends InConversation {
  readonly type: 'onConversationStateUpdated';
  readonly from: ConversationState;
}

export interface ParticipantChange extends InConversation {
  readonly type: `onParticipant${'Added' | 'Updated' | 'Removed'}`;
  readonly participant: Participant;
}

export interface MessageChange extends InConversation {
  readonly type: `onMessage${'Added' | 'Updated' | 'Removed'}`;
  readonly message: Message;
}

export interface UserChange extends Happened {
  /**
   * Two are the local Twilio's own: `userReachability`, came online or went offline, and `userForgotten`, was the
   * oldest of too many.
   */
  readonly type: 'onUserAdded' | 'onUserUpdated' | 'userReachability' | 'userForgotten';
  readonly user: User;
}

/** Everything that happens, by the names of Twilio's webhooks (doc "Conversations Webhooks", post-action). */
export type Change =
  ConversationChange | ConversationRemoval | StateChange | ParticipantChange | MessageChange | UserChange;

/** Called right after the change; must not throw. */
export type ChangeListener = (change: Change) => void;

export type TypingListener = (conversation: Conversation, participant: Participant) => void;
