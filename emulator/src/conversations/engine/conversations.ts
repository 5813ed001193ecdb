import { findByUniqueName, findConversation, findOpenConversation } from './findConversation';
import { checkAttributes, checkLength, KEPT, LIMITS } from './limits';
import type { Conversation, ConversationState, Participant, Source } from './model';
import { stamp, type ConversationRecord, type EngineState } from './records';
import { bornClosed, uniqueNameTaken } from './refusals';

export interface ConversationInput {
  readonly friendlyName?: string | null;
  readonly uniqueName?: string | null;
  readonly attributes?: string;
  readonly state?: ConversationState;
}

export interface ConversationOperations {
  /** `active` unless told otherwise, never `closed`. Throws 409 / 50353 for a unique name that is taken. */
  create(by: Source, input?: ConversationInput): Conversation;
  /** By SID or unique name. Throws 404 / 20404. */
  get(sidOrUniqueName: string): Conversation;
  find(sid: string): Conversation | undefined;
  /** In order of creation. */
  list(): readonly Conversation[];
  /** Those this identity is in. */
  ofIdentity(
    identity: string,
  ): readonly { readonly conversation: Conversation; readonly participant: Participant }[];
  /** Throws 400 / 50377 for a closed conversation: it stays as it is. */
  update(by: Source, sid: string, change: ConversationInput): Conversation;
  remove(by: Source, sid: string): void;
}

export function createConversations(state: EngineState): ConversationOperations {
  const remove = (by: Source, record: ConversationRecord): void => {
    const { conversation, participants } = record;
    state.conversations.delete(conversation.sid);
    const happened = { at: state.clock.now(), by, conversation };
    state.tell({ ...happened, type: 'onConversationRemoved', participants: [...participants.values()] });
  };

  const forgetOldest = (by: Source): void => {
    if (state.conversations.size <= KEPT.conversations) return;
    const records = [...state.conversations.values()];
    const oldest = records.find(({ conversation }) => conversation.state === 'closed') ?? records[0];
    if (oldest) remove(by, oldest);
  };

  return {
    create(by, input = {}) {
      check(state, input);
      if (input.state === 'closed') throw bornClosed();
      const base = stamp(state, 'CH');
      const conversation: Conversation = {
        ...base,
        friendlyName: input.friendlyName ?? null,
        uniqueName: input.uniqueName ?? null,
        attributes: input.attributes ?? '{}',
        state: input.state ?? 'active',
        stateUpdated: base.dateCreated,
        createdBy: by.type === 'SDK' ? by.identity : 'system',
      };
      const record = { conversation, participants: new Map(), messages: new Map(), nextIndex: 0 };
      state.conversations.set(conversation.sid, record);
      state.tell({ type: 'onConversationAdded', at: base.dateCreated, by, conversation });
      forgetOldest(by);
      return conversation;
    },
    get: (sidOrUniqueName) => findConversation(state, sidOrUniqueName).conversation,
    find: (sid) => state.conversations.get(sid)?.conversation,
    list: () => [...state.conversations.values()].map(({ conversation }) => conversation),
    ofIdentity: (identity) =>
      [...state.conversations.values()].flatMap(({ conversation, participants }) => {
        const participant = [...participants.values()].find((one) => one.identity === identity);
        return participant ? [{ conversation, participant }] : [];
      }),
    update(by, sid, change) {
      const record = findOpenConversation(state, sid);
      const before = record.conversation;
      check(state, change, before);
      const at = state.clock.now();
      const hasMoved = change.state !== undefined && change.state !== before.state;
      const after: Conversation = {
        ...before,
        ...change,
        dateUpdated: at,
        stateUpdated: hasMoved ? at : before.stateUpdated,
      };
      record.conversation = after;
      state.tell({ type: 'onConversationUpdated', at, by, conversation: after });
      if (hasMoved) {
        state.tell({ type: 'onConversationStateUpdated', at, by, conversation: after, from: before.state });
      }
      return after;
    },
    remove: (by, sid) => {
      remove(by, findConversation(state, sid));
    },
  };
}

function check(state: EngineState, input: ConversationInput, self?: Conversation): void {
  const { friendlyName = null, uniqueName = null, attributes } = input;
  checkLength('FriendlyName', friendlyName, LIMITS.friendlyNameCharacters);
  checkLength('UniqueName', uniqueName, LIMITS.friendlyNameCharacters);
  if (attributes !== undefined) checkAttributes(attributes, LIMITS.conversationAttributesBytes);
  const namesake = uniqueName === null ? undefined : findByUniqueName(state, uniqueName);
  if (namesake && namesake.conversation.sid !== self?.sid) throw uniqueNameTaken();
}
