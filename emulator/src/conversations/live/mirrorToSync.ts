import type { Change, Conversation, ConversationEngine, Message, Participant, User } from '../engine';
import type { SpaceMap, SyncSpace } from '../../sync/space';
import { describeConversation, describeMembership, describeMessage, describeParticipant } from './describe';
import { conversationDocument, messageList, rosterMap, userConversationsMap, userInfoMap } from './names';

/**
 * Keeps the Sync objects that Conversations clients subscribe to in line with the engine. Returns the way to stop.
 * A user's own map is written last: with its item the client opens the document, the list and the roster at once.
 */
export function mirrorToSync(engine: ConversationEngine, space: SyncSpace): () => void {
  const userOf = (identity: string | null): User | undefined =>
    identity === null ? undefined : engine.users.find(identity);

  const writeConversation = (conversation: Conversation): void => {
    // What was told before its conversation was removed must not bring it back.
    if (!engine.conversations.find(conversation.sid)) return;
    const last = engine.messages.list(conversation.sid).at(-1);
    space.document(conversationDocument(conversation.sid)).set(describeConversation(conversation, last));
  };
  const ownMap = ({ identity }: Participant): SpaceMap | undefined => {
    const user = userOf(identity);
    return user && space.map(userConversationsMap(user.sid));
  };
  const writeParticipant = (conversation: Conversation, participant: Participant): void => {
    const { sid } = participant;
    const data = describeParticipant(participant, userOf(participant.identity)?.sid);
    space.map(rosterMap(conversation.sid)).set(sid, data);
    ownMap(participant)?.set(conversation.sid, describeMembership(conversation, participant));
  };
  // A message's index is that of its item: clients know no other.
  const addMessage = (message: Message): void => {
    space.list(messageList(message.conversationSid)).insert(message.index, describeMessage(message));
  };
  const writeMessage = (message: Message): void => {
    space.list(messageList(message.conversationSid)).set(message.index, describeMessage(message));
  };
  const writeUser = ({ sid, friendlyName, attributes, isOnline }: User): void => {
    const info = space.map(userInfoMap(sid));
    info.set('friendlyName', { value: friendlyName });
    info.set('attributes', { value: attributes });
    info.set('reachability', { online: isOnline, notifiable: false });
    space.map(userConversationsMap(sid));
  };
  const removeConversation = ({ sid }: Conversation, participants: readonly Participant[]): void => {
    for (const participant of participants) ownMap(participant)?.delete(sid);
    space.document(conversationDocument(sid)).remove();
    space.list(messageList(sid)).remove();
    space.map(rosterMap(sid)).remove();
  };

  return engine.on((change: Change) => {
    switch (change.type) {
      case 'onConversationAdded':
        writeConversation(change.conversation);
        space.list(messageList(change.conversation.sid));
        space.map(rosterMap(change.conversation.sid));
        return;
      case 'onConversationUpdated':
        writeConversation(change.conversation);
        return;
      case 'onConversationRemoved':
        removeConversation(change.conversation, change.participants);
        return;
      case 'onConversationStateUpdated':
        // Came with onConversationUpdated.
        return;
      case 'onParticipantAdded':
      case 'onParticipantUpdated':
        writeParticipant(change.conversation, change.participant);
        return;
      case 'onParticipantRemoved':
        space.map(rosterMap(change.conversation.sid)).delete(change.participant.sid);
        ownMap(change.participant)?.delete(change.conversation.sid);
        return;
      case 'onMessageAdded':
        addMessage(change.message);
        writeConversation(change.conversation);
        return;
      case 'onMessageUpdated':
        writeMessage(change.message);
        return;
      case 'onMessageRemoved':
        space.list(messageList(change.conversation.sid)).delete(change.message.index);
        writeConversation(change.conversation);
        return;
      case 'onUserAdded':
      case 'onUserUpdated':
      case 'userReachability':
        writeUser(change.user);
        return;
      case 'userForgotten':
        space.map(userInfoMap(change.user.sid)).remove();
        space.map(userConversationsMap(change.user.sid)).remove();
    }
  });
}
