import { listAt, textAt, textsAt } from '../read';

/** A chat of the played customer. */
export interface CustomerChat {
  readonly conversationSid: string;
  readonly name: string;
  /** Whom they talk to, or that they don't, in words. */
  readonly state: string;
  readonly isOver: boolean;
  readonly messages: readonly ChatMessage[];
}

export interface ChatMessage {
  readonly sid: string;
  readonly author: string;
  readonly isOwn: boolean;
  readonly body: string;
}

const describe = (chat: unknown): string => {
  const agents = textsAt(chat, 'agents');
  return agents.length > 0 ? `talks to ${agents.join(' and ')}` : (textAt(chat, 'status') ?? '');
};

/** Reads `/_emulator/customers/chats/:conversationSid`. */
export const readChat = (chat: unknown): CustomerChat => ({
  conversationSid: textAt(chat, 'conversationSid') ?? '',
  name: textAt(chat, 'name') ?? '',
  state: describe(chat),
  isOver: textAt(chat, 'status') === 'ended',
  messages: listAt(chat, 'messages').map((message) => {
    const isOwn = textAt(message, 'from') === 'customer';
    return {
      sid: textAt(message, 'sid') ?? '',
      isOwn,
      author: isOwn ? '' : (textAt(message, 'author') ?? ''),
      body: textAt(message, 'body') ?? '',
    };
  }),
});

/** The conversations worth a look, the newest first: those that go on, and how the last one ended. */
export const chatsToShow = (answer: unknown, most: number): readonly string[] =>
  [...listAt(answer, 'chats')]
    .reverse()
    .filter((chat, index) => textAt(chat, 'status') !== 'ended' || index === 0)
    .slice(0, most)
    .flatMap((chat) => textAt(chat, 'conversationSid') ?? []);
