import { ok, type AdminRequest, type AdminRoute } from '../../admin/adminRoute';
import { InvalidInput, optional, readFields, readText } from '../../kernel/jsonFields';
import { isObject } from '../../kernel/isObject';
import type { Chat, ChatInput, Chats } from './chats';

const CHATS = '/_emulator/customers/chats';
const CHAT = `${CHATS}/:conversationSid`;

function readChat(json: unknown): ChatInput {
  const fields = readFields(json, 'The body', ['name', 'workflow', 'taskChannel', 'attributes', 'body']);
  return {
    name: readText(fields, 'name'),
    ...optional(fields, 'workflow', () => readText(fields, 'workflow')),
    ...optional(fields, 'taskChannel', () => readText(fields, 'taskChannel')),
    ...optional(fields, 'body', () => readText(fields, 'body')),
    ...optional(fields, 'attributes', () => {
      const { attributes } = fields;
      if (!isObject(attributes)) throw new InvalidInput('attributes must be a JSON object');
      return attributes;
    }),
  };
}

const show = (chat: Chat) => ({
  conversationSid: chat.conversationSid,
  interactionSid: chat.interactionSid,
  taskSid: chat.taskSid,
  name: chat.name,
  identity: chat.identity,
  status: chat.status(),
  agents: chat.agents(),
});

const showWithMessages = (chat: Chat) => ({
  ...show(chat),
  messages: chat.messages().map(({ sid, index, author, body, dateCreated }) => ({
    sid,
    index,
    author,
    from: author === chat.identity ? 'customer' : 'agent',
    body,
    at: new Date(dateCreated).toISOString(),
  })),
});

const sidOf = ({ params }: AdminRequest): string => params['conversationSid'] ?? '';

/** The played customer's chats, for tests, scripts and the console page. */
export function chatRoutes(chats: Chats): readonly AdminRoute[] {
  return [
    { method: 'GET', pattern: CHATS, handle: () => ok({ chats: chats.list().map(show) }) },
    {
      method: 'POST',
      pattern: CHATS,
      handle: ({ json }) => ({ status: 201, body: show(chats.start(readChat(json))) }),
    },
    { method: 'GET', pattern: CHAT, handle: (request) => ok(showWithMessages(chats.get(sidOf(request)))) },
    {
      method: 'POST',
      pattern: `${CHAT}/messages`,
      handle: (request) => {
        const body = readText(readFields(request.json, 'The body', ['body']), 'body');
        const { sid, index } = chats.say(sidOf(request), body);
        return { status: 201, body: { sid, index } };
      },
    },
    {
      method: 'POST',
      pattern: `${CHAT}/leave`,
      handle: (request) => {
        chats.leave(sidOf(request));
        return ok(showWithMessages(chats.get(sidOf(request))));
      },
    },
  ];
}
