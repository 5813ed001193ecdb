import { given } from '../../kernel/given';
import type { TunnelRoute } from '../../twilsock';
import type { ConversationEngine, ConversationInput } from '../engine';
import { clientRoute, reply, type ClientCall } from './clientRoute';
import { readBody } from './readBody';
import { showConversation } from './show';

const LIST = '/Conversations';
const ONE = `${LIST}/:conversation`;

/** An empty unique name takes it back (conversation.js, `updateUniqueName`). */
function readConversation({ request }: ClientCall): ConversationInput {
  const body = readBody(request);
  const uniqueName = body.text('unique_name');
  return given({
    friendlyName: body.text('friendly_name'),
    uniqueName: uniqueName === '' ? null : uniqueName,
    attributes: body.text('attributes'),
  });
}

/** Conversations. Anyone may read one he knows (Flex supervisors do); to change it one must be in it. */
export function conversationRoutes(engine: ConversationEngine): readonly TunnelRoute[] {
  const { conversations, participants } = engine;
  return [
    clientRoute('POST', LIST, (call) =>
      reply(showConversation(engine, conversations.create(call.by, readConversation(call))), 201),
    ),
    clientRoute('GET', ONE, ({ param }) =>
      reply(showConversation(engine, conversations.get(param('conversation')))),
    ),
    clientRoute('POST', ONE, (call) => {
      participants.member(call.param('conversation'), call.identity);
      const conversation = conversations.update(call.by, call.param('conversation'), readConversation(call));
      return reply(showConversation(engine, conversation));
    }),
    clientRoute('DELETE', ONE, (call) => {
      participants.member(call.param('conversation'), call.identity);
      conversations.remove(call.by, call.param('conversation'));
      return reply(undefined, 204);
    }),
    clientRoute('GET', `${ONE}/MessageRecipients`, ({ param }) => {
      // Recipients are what email messages have (message-recipients-client.js).
      conversations.get(param('conversation'));
      return reply({ message_recipients: [], meta: { next_token: null, previous_token: null } });
    }),
  ];
}
