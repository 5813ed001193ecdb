import { invalid, notFound } from '../../kernel/twilioError';
import { findConversation, findOpenConversation } from './findConversation';
import { checkAttributes, checkLength, LIMITS } from './limits';
import type { MessagingBinding, Participant, Source } from './model';
import { stamp, type ConversationRecord, type EngineState } from './records';
import { alreadyIn, bindingTaken, notAMember } from './refusals';

export interface ParticipantInput {
  readonly identity?: string;
  readonly binding?: MessagingBinding;
  readonly attributes?: string;
  readonly roleSid?: string;
}

export interface ParticipantChangeInput {
  readonly attributes?: string;
  readonly roleSid?: string;
  readonly notificationLevel?: Participant['notificationLevel'];
  /** Null takes the read horizon back: all messages are unread. */
  readonly lastReadMessageIndex?: number | null;
}

export interface ParticipantOperations {
  /** Throws 409 / 50433 for an identity and 409 / 50416 for an address that is in already. */
  add(by: Source, conversationSid: string, input: ParticipantInput): Participant;
  /** By SID or identity. Throws 404 / 20404. */
  get(conversationSid: string, sidOrIdentity: string): Participant;
  /** The participant an identity is. Throws 403 / 50430 for one who is not in. */
  member(conversationSid: string, identity: string): Participant;
  list(conversationSid: string): readonly Participant[];
  update(by: Source, conversationSid: string, sid: string, change: ParticipantChangeInput): Participant;
  /** Also of a closed conversation, so that people can leave it. */
  remove(by: Source, conversationSid: string, sid: string): void;
}

export function createParticipants(
  state: EngineState,
  ensureUser: (by: Source, identity: string) => void,
): ParticipantOperations {
  const find = (record: ConversationRecord, sidOrIdentity: string): Participant => {
    const found =
      record.participants.get(sidOrIdentity) ??
      [...record.participants.values()].find(({ identity }) => identity === sidOrIdentity);
    if (!found) throw notFound(`/Conversations/${record.conversation.sid}/Participants/${sidOrIdentity}`);
    return found;
  };

  return {
    add(by, conversationSid, input) {
      const record = findOpenConversation(state, conversationSid);
      const { identity = null, binding = null, attributes = '{}' } = input;
      if (identity === null && binding?.address == null) {
        throw invalid('Identity or MessagingBinding.Address is required');
      }
      checkLength('Identity', identity, LIMITS.identityCharacters);
      checkAttributes(attributes, LIMITS.attributesBytes);
      checkRoom(record, identity, binding);
      if (binding) refuseTakenBinding(state, binding);
      if (identity !== null) ensureUser(by, identity);
      const participant: Participant = {
        ...stamp(state, 'MB'),
        conversationSid: record.conversation.sid,
        identity,
        binding,
        attributes,
        roleSid: input.roleSid ?? state.roles.channelUser,
        lastReadMessageIndex: null,
        lastReadTimestamp: null,
        notificationLevel: 'default',
      };
      record.participants.set(participant.sid, participant);
      const { conversation } = record;
      state.tell({ type: 'onParticipantAdded', at: participant.dateCreated, by, conversation, participant });
      return participant;
    },
    get: (conversationSid, sidOrIdentity) => find(findConversation(state, conversationSid), sidOrIdentity),
    member(conversationSid, identity) {
      const { participants } = findConversation(state, conversationSid);
      const found = [...participants.values()].find((one) => one.identity === identity);
      if (!found) throw notAMember();
      return found;
    },
    list: (conversationSid) => [...findConversation(state, conversationSid).participants.values()],
    update(by, conversationSid, sid, change) {
      const record = findConversation(state, conversationSid);
      const before = find(record, sid);
      if (change.attributes !== undefined) checkAttributes(change.attributes, LIMITS.attributesBytes);
      const at = state.clock.now();
      const hasRead = change.lastReadMessageIndex !== undefined;
      const participant: Participant = {
        ...before,
        ...change,
        dateUpdated: at,
        lastReadTimestamp: hasRead
          ? change.lastReadMessageIndex === null
            ? null
            : at
          : before.lastReadTimestamp,
      };
      record.participants.set(participant.sid, participant);
      state.tell({ type: 'onParticipantUpdated', at, by, conversation: record.conversation, participant });
      return participant;
    },
    remove(by, conversationSid, sid) {
      const record = findConversation(state, conversationSid);
      const participant = find(record, sid);
      record.participants.delete(participant.sid);
      const { conversation } = record;
      state.tell({ type: 'onParticipantRemoved', at: state.clock.now(), by, conversation, participant });
    },
  };
}

function checkRoom(
  record: ConversationRecord,
  identity: string | null,
  binding: MessagingBinding | null,
): void {
  const all = [...record.participants.values()];
  if (identity !== null && all.some((one) => one.identity === identity)) throw alreadyIn();
  const nonChat = all.filter((one) => one.identity === null).length;
  if (
    all.length >= LIMITS.participants ||
    (binding && identity === null && nonChat >= LIMITS.nonChatParticipants)
  ) {
    throw invalid(`Conversation ${record.conversation.sid} has no room for more participants`);
  }
}

/** One address and proxy address can be in one conversation only, as long as that is not closed. */
function refuseTakenBinding(state: EngineState, { address, proxyAddress }: MessagingBinding): void {
  for (const { conversation, participants } of state.conversations.values()) {
    if (conversation.state === 'closed') continue;
    for (const { binding } of participants.values()) {
      if (
        binding &&
        address !== null &&
        binding.address === address &&
        binding.proxyAddress === proxyAddress
      ) {
        throw bindingTaken(conversation.sid);
      }
    }
  }
}
