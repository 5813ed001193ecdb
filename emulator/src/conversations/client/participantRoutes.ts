import { given } from '../../kernel/given';
import { invalid } from '../../kernel/twilioError';
import type { TunnelRoute } from '../../twilsock';
import type { ConversationEngine, ParticipantInput } from '../engine';
import { clientRoute, reply, type ClientCall } from './clientRoute';
import { readBody, type ClientBody } from './readBody';
import { showParticipant } from './show';
import { bindingType } from '../engine/bindingType';

const LIST = '/Conversations/:conversation/Participants';
const ONE = `${LIST}/:participant`;

function readParticipant(body: ClientBody): ParticipantInput {
  const binding = body.object('messaging_binding');
  const address = binding?.text('address') ?? null;
  const proxyAddress = binding?.text('proxy_address') ?? null;
  return given({
    identity: body.text('identity'),
    attributes: body.text('attributes'),
    binding: binding && { type: bindingType(address), address, proxyAddress, projectedAddress: null },
  });
}

/** Participants: anyone may join himself; others are added and removed by those who are in. */
export function participantRoutes(engine: ConversationEngine): readonly TunnelRoute[] {
  const { participants } = engine;
  const conversationOf = ({ param }: ClientCall): string =>
    engine.conversations.get(param('conversation')).sid;

  return [
    clientRoute('POST', LIST, (call) => {
      const conversationSid = conversationOf(call);
      const input = readParticipant(readBody(call.request));
      const isSelf = input.identity === call.identity;
      if (!isSelf) participants.member(conversationSid, call.identity);
      return reply(showParticipant(participants.add(call.by, conversationSid, input)), 201);
    }),
    clientRoute('POST', ONE, (call) => {
      const conversationSid = conversationOf(call);
      participants.member(conversationSid, call.identity);
      const attributes = readBody(call.request).text('attributes');
      if (attributes === undefined) throw invalid('attributes is required');
      const participant = participants.update(call.by, conversationSid, call.param('participant'), {
        attributes,
      });
      return reply(showParticipant(participant));
    }),
    clientRoute('DELETE', ONE, (call) => {
      const conversationSid = conversationOf(call);
      participants.member(conversationSid, call.identity);
      participants.remove(call.by, conversationSid, call.param('participant'));
      return reply(undefined, 204);
    }),
  ];
}
