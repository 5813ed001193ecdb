import { API } from '../../conversations';
import type { AgentRouting, Channel, ChannelParticipant } from './model';
import type { InteractionState } from './state';

/** Lets an agent into the conversation of a channel; one who is there already stays who he is. */
export function joinAgent(
  state: InteractionState,
  channel: Channel,
  routing: AgentRouting,
): ChannelParticipant {
  const { conversations, random } = state;
  const identity = state.identityOf(routing.workspaceSid, routing.workerSid);
  const known = conversations.participants
    .list(channel.conversationSid)
    .find((one) => one.identity === identity);
  const { sid } = known ?? conversations.participants.add(API, channel.conversationSid, { identity });
  const participant: ChannelParticipant = {
    sid: random.sid('UT'),
    type: 'agent',
    conversationParticipantSid: sid,
    identity,
    routing,
    isClosed: false,
  };
  channel.participants.set(participant.sid, participant);
  state.tell({ type: 'participant.added', channel, participant });
  return participant;
}

/** Takes a participant out of the channel and of its conversation, unless the same person has come back meanwhile. */
export function leaveChannel(
  state: InteractionState,
  channel: Channel,
  participant: ChannelParticipant,
): void {
  if (participant.isClosed) return;
  participant.isClosed = true;
  const { conversationParticipantSid: sid } = participant;
  const isStillThere = [...channel.participants.values()].some(
    (other) => !other.isClosed && other.conversationParticipantSid === sid,
  );
  const { participants, conversations } = state.conversations;
  const isKnown =
    conversations.find(channel.conversationSid) !== undefined &&
    participants.list(channel.conversationSid).some((one) => one.sid === sid);
  if (!isStillThere && isKnown) participants.remove(API, channel.conversationSid, sid);
  state.tell({ type: 'participant.removed', channel, participant });
}

/** The agents who are in the channel now. */
export const agentsIn = (channel: Channel): readonly ChannelParticipant[] =>
  [...channel.participants.values()].filter(({ type, isClosed }) => type === 'agent' && !isClosed);
