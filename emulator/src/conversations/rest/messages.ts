import { given } from '../../kernel/given';
import { page } from '../../kernel/paging';
import { formOf, queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import type { Message, MessageInput } from '../engine';
import { MAX_PAGE_SIZE } from './conversations';
import { defineRoutes, refuseUnsupported, type RestCall, type RestContext } from './conversationsRoute';
import { showMessage } from './show';

const LIST = '/Conversations/:conversation/Messages';
const ONE = `${LIST}/:message`;

function readMessage(request: TwilioRequest): MessageInput {
  refuseUnsupported(request, ['MediaSid', 'ContentSid', 'ContentVariables', 'DateCreated']);
  const form = formOf(request);
  return given({
    author: form.text('Author'),
    body: form.text('Body'),
    subject: form.text('Subject'),
    attributes: form.text('Attributes'),
  });
}

/** `/v1/Conversations/{CH}/Messages` and `…/Messages/{IM}`. */
export function messageRoutes(context: RestContext): readonly Route[] {
  const route = defineRoutes(context);
  const { messages } = context.engine;
  const show = (call: RestCall) => (message: Message) => showMessage(context, call, message);
  const conversationOf = ({ request }: RestCall): string => pathSid(request, 'conversation');
  const messageOf = ({ request }: RestCall): string => pathSid(request, 'message');

  return [
    ...route('GET', LIST, (call) => {
      const all = messages.list(conversationOf(call));
      const isDescending = queryOf(call.request).choice('Order', ['asc', 'desc']) === 'desc';
      return page(
        call.request,
        'messages',
        isDescending ? [...all].reverse() : all,
        show(call),
        MAX_PAGE_SIZE,
      );
    }),
    ...route('POST', LIST, (call) => ({
      status: 201,
      body: show(call)(messages.send(call.by, conversationOf(call), readMessage(call.request))),
    })),
    ...route('GET', ONE, (call) => ({
      status: 200,
      body: show(call)(messages.get(conversationOf(call), messageOf(call))),
    })),
    ...route('POST', ONE, (call) => ({
      status: 200,
      body: show(call)(
        messages.update(call.by, conversationOf(call), messageOf(call), readMessage(call.request)),
      ),
    })),
    ...route('DELETE', ONE, (call) => {
      messages.remove(call.by, conversationOf(call), messageOf(call));
      return { status: 204 };
    }),
  ];
}
