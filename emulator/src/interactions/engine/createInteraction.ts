import { API, type ConversationEngine } from '../../conversations';
import { bindingType } from '../../conversations/engine/bindingType';
import { given } from '../../kernel/given';
import { invalid, TwilioError } from '../../kernel/twilioError';
import { createInvite } from './createInvite';
import type { CustomerInput, InteractionInput } from './inputs';
import type { Channel, Interaction } from './model';
import type { InteractionState } from './state';

/**
 * Opens an interaction on a new or an existing conversation, and invites an agent if it is to be routed. What is refused
 * leaves no conversation behind that nobody knows of.
 */
export function createInteraction(state: InteractionState, input: InteractionInput): Interaction {
  const { conversations } = state.conversations;
  const existing = input.channel.conversationSid;
  const sid = existing === undefined ? conversations.create(API).sid : findFree(state, existing);
  try {
    addCustomers(state.conversations, sid, input.channel.customers);
    return openInteraction(state, input, sid);
  } catch (error) {
    if (existing === undefined) conversations.remove(API, sid);
    throw error;
  }
}

function openInteraction(
  state: InteractionState,
  input: InteractionInput,
  conversationSid: string,
): Interaction {
  const { random, conversations, interactions } = state;
  const interactionSid = random.sid('KD');
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

/** The SID of a conversation that an interaction can be opened on. */
function findFree({ conversations, interactions }: InteractionState, sidOrUniqueName: string): string {
  const { sid, state: current } = conversations.conversations.get(sidOrUniqueName);
  if (current === 'closed') throw closedConversation(sid);
  const isTaken = [...interactions.values()].some(
    (one) => one.channel.conversationSid === sid && one.channel.status !== 'closed',
  );
  // Two open interactions of one conversation would each route it to an agent; Twilio's code isn't documented.
  if (isTaken) throw invalid(`Conversation ${sid} already has an active Interaction`);
  return sid;
}

/** Those who are in it already stay who they are. */
function addCustomers(
  conversations: ConversationEngine,
  conversationSid: string,
  customers: readonly CustomerInput[],
): void {
  const known = new Set(conversations.participants.list(conversationSid).map(({ identity }) => identity));
  for (const customer of customers) {
    if (customer.identity === undefined || !known.has(customer.identity))
      addCustomer(conversations, conversationSid, customer);
  }
}

/** Error 45354; the status is not documented. */
const closedConversation = (sid: string): TwilioError =>
  new TwilioError(
    400,
    45354,
    `Failed to create a Channel because the Conversation ${sid} is in a closed state`,
  );

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
