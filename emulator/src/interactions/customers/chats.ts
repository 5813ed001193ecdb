import { API, type ConversationEngine, type Message, type Source } from '../../conversations';
import { keepNewest } from '../../kernel/keepNewest';
import { notFound } from '../../kernel/twilioError';
import { agentsIn, leaveChannel } from '../engine/agents';
import { closeChannel } from '../engine/closeChannel';
import { createInteraction } from '../engine/createInteraction';
import type { Channel } from '../engine/model';
import type { InteractionState } from '../engine/state';
import { findWorkflow } from './findWorkflow';

export interface ChatInput {
  readonly name: string;
  /** SID or friendly name; needed unless there is exactly one. */
  readonly workflow?: string;
  /** `chat` unless given. */
  readonly taskChannel?: string;
  /** Further attributes of the task. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** The first message. */
  readonly body?: string;
}

/** A played customer's web chat. */
export interface Chat {
  readonly conversationSid: string;
  readonly interactionSid: string;
  readonly taskSid: string;
  readonly name: string;
  readonly identity: string;
  /** `waiting` for an agent, `talking` to one, or `ended`. */
  status(): 'waiting' | 'talking' | 'ended';
  /** Identities of the agents who are in it. */
  agents(): readonly string[];
  messages(): readonly Message[];
}

/** Customers who chat, without a web page of theirs: the newest 200. */
export interface Chats {
  start(input: ChatInput): Chat;
  list(): readonly Chat[];
  /** Throws 404 / 20404. */
  get(conversationSid: string): Chat;
  say(conversationSid: string, body: string): Message;
  /** The customer ends the chat, as with `ChatStatus=INACTIVE` of Flex's WebChats resource: agents go to wrap-up. */
  leave(conversationSid: string): void;
}

const KEPT = 200;

export function createChats(state: InteractionState): Chats {
  const { conversations } = state;
  const known = new Map<string, { readonly chat: Chat; readonly channel: Channel }>();

  const find = (conversationSid: string): { readonly chat: Chat; readonly channel: Channel } => {
    const found = known.get(conversationSid);
    if (!found || !conversations.conversations.find(conversationSid)) {
      throw notFound(`/Conversations/${conversationSid}`);
    }
    return found;
  };
  const list = (): readonly Chat[] =>
    [...known.values()].map(({ chat }) => chat).filter((chat) => isKept(conversations, chat));

  return {
    start({ name, workflow, taskChannel = 'chat', attributes = {}, body }) {
      const { sid: workflowSid, workspaceSid } = findWorkflow(state.taskRouter, workflow);
      const identity = `customer-${state.random.sid('').slice(0, 12)}`;
      const by: Source = { type: 'SDK', identity };
      const { sid: interactionSid, channel } = createInteraction(state, {
        channel: { type: 'web', initiatedBy: 'customer', customers: [{ identity }] },
        routing: {
          workspaceSid,
          workflowSid,
          taskChannel,
          attributes: { from: name, name, customerName: name, customerAddress: identity, ...attributes },
        },
      });
      const { conversationSid } = channel;
      conversations.conversations.update(API, conversationSid, { friendlyName: name });
      conversations.users.setOnline(identity, true);
      conversations.users.update(by, identity, { friendlyName: name });
      if (body !== undefined) conversations.messages.send(by, conversationSid, { author: identity, body });
      const [invite] = channel.invites.values();
      const chat: Chat = {
        taskSid: invite?.taskSid ?? '',
        conversationSid,
        interactionSid,
        name,
        identity,
        status: () => statusOf(channel),
        agents: () => agentsIn(channel).flatMap((agent) => (agent.identity === null ? [] : [agent.identity])),
        messages: () => conversations.messages.list(conversationSid),
      };
      keepNewest(known, conversationSid, { chat, channel }, KEPT);
      return chat;
    },
    list,
    get: (conversationSid) => find(conversationSid).chat,
    say(conversationSid, body) {
      const { identity } = find(conversationSid).chat;
      conversations.participants.member(conversationSid, identity);
      return conversations.messages.send({ type: 'SDK', identity }, conversationSid, {
        author: identity,
        body,
      });
    },
    leave(conversationSid) {
      const { chat, channel } = find(conversationSid);
      for (const participant of channel.participants.values()) {
        if (participant.identity === chat.identity) leaveChannel(state, channel, participant);
      }
      conversations.users.setOnline(chat.identity, false);
      if (channel.status === 'active') closeChannel(state, channel, 'closed');
    },
  };
}

const isKept = ({ conversations }: ConversationEngine, { conversationSid }: Chat): boolean =>
  conversations.find(conversationSid) !== undefined;

function statusOf(channel: Channel): ReturnType<Chat['status']> {
  if (channel.status !== 'active') return 'ended';
  return agentsIn(channel).length > 0 ? 'talking' : 'waiting';
}
