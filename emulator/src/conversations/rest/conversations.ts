import { given } from '../../kernel/given';
import { page } from '../../kernel/paging';
import { formOf, queryOf, type Parameters } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import type { Conversation, ConversationInput } from '../engine';
import { defineRoutes, refuseUnsupported, type RestCall, type RestContext } from './conversationsRoute';
import { showConversation } from './show';

const LIST = '/Conversations';
const ONE = `${LIST}/:conversation`;
const STATES = ['initializing', 'inactive', 'active', 'closed'] as const;
/** Longest page of a list in Conversations. */
export const MAX_PAGE_SIZE = 100;

function readConversation(request: TwilioRequest): ConversationInput {
  refuseUnsupported(request, ['Timers.Inactive', 'Timers.Closed', 'Bindings.Email.Address', 'DateCreated']);
  const form = formOf(request);
  return given({
    friendlyName: form.clearable('FriendlyName'),
    uniqueName: form.clearable('UniqueName'),
    attributes: form.text('Attributes'),
    state: form.choice('State', STATES),
  });
}

/** `State`, and `StartDate` and `EndDate` by creation. */
function filter(query: Parameters, conversations: readonly Conversation[]): readonly Conversation[] {
  const state = query.choice('State', STATES);
  const start = query.instant('StartDate') ?? -Infinity;
  const end = query.instant('EndDate') ?? Infinity;
  return conversations.filter(
    (one) =>
      (state === undefined || one.state === state) && one.dateCreated >= start && one.dateCreated <= end,
  );
}

/** `/v1/Conversations` and `/v1/Conversations/{Sid or UniqueName}`. */
export function conversationRoutes(context: RestContext): readonly Route[] {
  const route = defineRoutes(context);
  const { conversations } = context.engine;
  const show = (call: RestCall) => (conversation: Conversation) =>
    showConversation(context, call, conversation);

  return [
    ...route('GET', LIST, (call) =>
      page(
        call.request,
        'conversations',
        filter(queryOf(call.request), conversations.list()),
        show(call),
        MAX_PAGE_SIZE,
      ),
    ),
    ...route('POST', LIST, (call) => ({
      status: 201,
      body: show(call)(conversations.create(call.by, readConversation(call.request))),
    })),
    ...route('GET', ONE, (call) => ({
      status: 200,
      body: show(call)(conversations.get(pathSid(call.request, 'conversation'))),
    })),
    ...route('POST', ONE, (call) => {
      const change = readConversation(call.request);
      return {
        status: 200,
        body: show(call)(conversations.update(call.by, pathSid(call.request, 'conversation'), change)),
      };
    }),
    ...route('DELETE', ONE, (call) => {
      conversations.remove(call.by, pathSid(call.request, 'conversation'));
      return { status: 204 };
    }),
  ];
}
