import { given } from '../../kernel/given';
import { page } from '../../kernel/paging';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import type { MessagingBinding, Participant, ParticipantChangeInput } from '../engine';
import { bindingType } from '../engine/bindingType';
import { MAX_PAGE_SIZE } from './conversations';
import { defineRoutes, refuseUnsupported, type RestCall, type RestContext } from './conversationsRoute';
import { showParticipant } from './show';

const LIST = '/Conversations/:conversation/Participants';
const ONE = `${LIST}/:participant`;

function readBinding(request: TwilioRequest): MessagingBinding | undefined {
  const form = formOf(request);
  const [address, proxyAddress, projectedAddress] = ['Address', 'ProxyAddress', 'ProjectedAddress'].map(
    (name) => form.text(`MessagingBinding.${name}`) ?? null,
  );
  if (address == null && proxyAddress == null && projectedAddress == null) return undefined;
  return {
    type: bindingType(address ?? proxyAddress ?? null),
    address: address ?? null,
    proxyAddress: proxyAddress ?? null,
    projectedAddress: projectedAddress ?? null,
  };
}

function readChange(request: TwilioRequest): ParticipantChangeInput {
  refuseUnsupported(request, [
    'Identity',
    'MessagingBinding.ProxyAddress',
    'MessagingBinding.ProjectedAddress',
    'LastReadTimestamp',
    'DateCreated',
  ]);
  const form = formOf(request);
  return given({
    attributes: form.text('Attributes'),
    roleSid: form.text('RoleSid'),
    lastReadMessageIndex:
      form.text('LastReadMessageIndex') === 'null' ? null : form.integer('LastReadMessageIndex', 0),
  });
}

/** `/v1/Conversations/{CH}/Participants` and `…/Participants/{MB or identity}`. */
export function participantRoutes(context: RestContext): readonly Route[] {
  const route = defineRoutes(context);
  const { participants } = context.engine;
  const show = (call: RestCall) => (participant: Participant) => showParticipant(context, call, participant);
  const conversationOf = ({ request }: RestCall): string => pathSid(request, 'conversation');
  const participantOf = ({ request }: RestCall): string => pathSid(request, 'participant');

  return [
    ...route('GET', LIST, (call) =>
      page(call.request, 'participants', participants.list(conversationOf(call)), show(call), MAX_PAGE_SIZE),
    ),
    ...route('POST', LIST, (call) => {
      const form = formOf(call.request);
      const input = given({
        identity: form.text('Identity'),
        binding: readBinding(call.request),
        attributes: form.text('Attributes'),
        roleSid: form.text('RoleSid'),
      });
      return { status: 201, body: show(call)(participants.add(call.by, conversationOf(call), input)) };
    }),
    ...route('GET', ONE, (call) => ({
      status: 200,
      body: show(call)(participants.get(conversationOf(call), participantOf(call))),
    })),
    ...route('POST', ONE, (call) => {
      const change = readChange(call.request);
      const participant = participants.update(call.by, conversationOf(call), participantOf(call), change);
      return { status: 200, body: show(call)(participant) };
    }),
    ...route('DELETE', ONE, (call) => {
      participants.remove(call.by, conversationOf(call), participantOf(call));
      return { status: 204 };
    }),
  ];
}
