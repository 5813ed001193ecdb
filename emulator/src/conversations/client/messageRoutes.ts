import { given } from '../../kernel/given';
import { isObject } from '../../kernel/isObject';
import type { TunnelRoute } from '../../twilsock';
import { notFound, TwilioError } from '../../kernel/twilioError';
import type { ConversationEngine, MessageInput } from '../engine';
import { clientRoute, reply, type ClientCall } from './clientRoute';
import { readBody } from './readBody';
import { showMessage } from './show';

const LIST = '/Conversations/:conversation/Messages';
const ONE = `${LIST}/:message`;

/** Media and content templates live in services that are not emulated: refused loudly rather than sent without them. */
function refuseMedia({ request: { json } }: ClientCall): void {
  if (!isObject(json)) return;
  const { media_sids: media, content_sid: content } = json;
  if ((Array.isArray(media) && media.length > 0) || typeof content === 'string') {
    throw new TwilioError(501, 20501, 'The local Twilio has no media and no content templates');
  }
}

function readMessage(call: ClientCall): MessageInput {
  refuseMedia(call);
  const body = readBody(call.request);
  return given({
    body: body.text('body'),
    subject: body.text('subject'),
    attributes: body.text('attributes'),
  });
}

/** Messages: sent, edited and removed by those who are in the conversation; read in Sync. */
export function messageRoutes(engine: ConversationEngine): readonly TunnelRoute[] {
  const { messages, participants } = engine;
  /** The conversation's SID, once it's sure that the caller is in it. */
  const enter = ({ identity, param }: ClientCall): string =>
    participants.member(param('conversation'), identity).conversationSid;

  return [
    clientRoute('POST', LIST, (call) => {
      const message = messages.send(call.by, enter(call), { ...readMessage(call), author: call.identity });
      return reply(showMessage(message), 201);
    }),
    clientRoute('GET', ONE, (call) => reply(showMessage(messages.get(enter(call), call.param('message'))))),
    clientRoute('POST', ONE, (call) =>
      reply(showMessage(messages.update(call.by, enter(call), call.param('message'), readMessage(call)))),
    ),
    clientRoute('DELETE', ONE, (call) => {
      messages.remove(call.by, enter(call), call.param('message'));
      return reply(undefined, 204);
    }),
    clientRoute('GET', `${ONE}/Receipts`, (call) => {
      // Delivery receipts are of messages that go out by SMS and the like: chat messages have none.
      messages.get(enter(call), call.param('message'));
      return reply({ delivery_receipts: [], meta: { next_token: null, previous_token: null } });
    }),
    clientRoute('GET', `${ONE}/ChannelMetadata`, ({ request }) => {
      throw new TwilioError(404, 50530, notFound(request.path).message);
    }),
  ];
}
