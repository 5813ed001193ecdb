import type { Clock } from '../../kernel/clock';
import type { Random } from '../../kernel/random';
import type { Change } from './changes';
import type { Conversation, Message, Participant, User } from './model';

/** The engine's own side of a conversation. Maps keep the order of creation. */
export interface ConversationRecord {
  conversation: Conversation;
  readonly participants: Map<string, Participant>;
  /** By SID. */
  readonly messages: Map<string, Message>;
  nextIndex: number;
}

/** What all operations share. */
export interface EngineState {
  readonly clock: Clock;
  readonly random: Random;
  readonly roles: Roles;
  readonly conversations: Map<string, ConversationRecord>;
  /** By identity. */
  readonly users: Map<string, User>;
  tell(change: Change): void;
}

/** The roles every Conversations service starts with. */
export interface Roles {
  readonly serviceUser: string;
  readonly channelUser: string;
  readonly channelAdmin: string;
}

/** What a new resource starts with. */
export function stamp({ clock, random }: EngineState, prefix: string) {
  const now = clock.now();
  return { sid: random.sid(prefix), dateCreated: now, dateUpdated: now };
}
