import { API, type ConversationEngine } from '../../conversations';
import { bindingType } from '../../conversations/engine/bindingType';
import { given } from '../../kernel/given';
import { invalid } from '../../kernel/twilioError';
import { createInvite } from './createInvite';
import type { ChannelInput, CustomerInput, InteractionInput } from './inputs';
import type { Channel, Interaction } from './model';
import type { InteractionState } from './state';

/** Opens an interaction on a new or an existing conversation, and invites an agent if it is to be routed. */
export function createInteraction(state: InteractionState, input: InteractionInput): Interaction {
  const { random, conversations, interactions } = state;
  if (input.routing) state.taskRouter.workspace(input.routing.workspaceSid);
  const interactionSid = random.sid('KD');
  const conversationSid = openConversation(state, input.channel);
  const channel: Channel = {
    sid: random.sid('UO'),
    interactionSid,
    type: input.channel.type,
    status: 'active',
    conversationSid,
    invites: new Map(),
    participants: new Map(),
    transfers: new Map(),
  };
  const interaction: Interaction = {
    sid: interactionSid,
    channel,
    webhookTtid: input.webhookTtid ?? null,
    contextSid: input.contextSid ?? null,
  };
  for (const { sid, identity } of conversations.participants.list(conversationSid)) {
    const participantSid = random.sid('UT');
    channel.participants.set(participantSid, {
      sid: participantSid,
      type: 'customer',
      conversationParticipantSid: sid,
      identity,
      routing: null,
      isClosed: false,
    });
  }
  if (input.routing) createInvite(state, interaction, input.routing, input.channel.initiatedBy);
  interactions.set(interactionSid, interaction);
  return interaction;
}

function openConversation({ conversations, interactions }: InteractionState, channel: ChannelInput): string {
  const { conversationSid: existing, customers } = channel;
  if (existing === undefined) {
    const { sid } = conversations.conversations.create(API);
    for (const customer of customers) addCustomer(conversations, sid, customer);
    return sid;
  }
  const { sid, state: current } = conversations.conversations.get(existing);
  if (current === 'closed') throw invalid(`Conversation ${sid} is closed`);
  const isTaken = [...interactions.values()].some(
    (one) => one.channel.conversationSid === sid && one.channel.status !== 'closed',
  );
  // Two open interactions of one conversation would each route it to an agent; Twilio's code isn't documented.
  if (isTaken) throw invalid(`Conversation ${sid} already has an active Interaction`);
  const known = new Set(conversations.participants.list(sid).map(({ identity }) => identity));
  for (const customer of customers) {
    if (customer.identity === undefined || !known.has(customer.identity))
      addCustomer(conversations, sid, customer);
  }
  return sid;
}

function addCustomer(
  conversations: ConversationEngine,
  conversationSid: string,
  customer: CustomerInput,
): void {
  const { identity, address, proxyAddress = null } = customer;
  const binding =
    address === undefined
      ? undefined
      : { type: bindingType(address), address, proxyAddress, projectedAddress: null };
  conversations.participants.add(API, conversationSid, given({ identity, binding }));
}
