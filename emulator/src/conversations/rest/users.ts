import { given } from '../../kernel/given';
import { page } from '../../kernel/paging';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { TwilioError } from '../../kernel/twilioError';
import type { User } from '../engine';
import { MAX_PAGE_SIZE } from './conversations';
import { defineRoutes, refuseUnsupported, type RestCall, type RestContext } from './conversationsRoute';
import { showUser } from './show';

const LIST = '/Users';
const ONE = `${LIST}/:user`;

function readUser(request: TwilioRequest) {
  refuseUnsupported(request, ['RoleSid']);
  const form = formOf(request);
  return given({ friendlyName: form.clearable('FriendlyName'), attributes: form.text('Attributes') });
}

/** `/v1/Users` and `/v1/Users/{US or identity}`. */
export function userRoutes(context: RestContext): readonly Route[] {
  const route = defineRoutes(context);
  const { users } = context.engine;
  const show = (call: RestCall) => (user: User) => showUser(context, call, user);

  return [
    ...route('GET', LIST, (call) => page(call.request, 'users', users.list(), show(call), MAX_PAGE_SIZE)),
    ...route('POST', LIST, (call) => {
      const identity = formOf(call.request).requiredText('Identity');
      if (users.find(identity)) throw new TwilioError(409, 50201, 'User already exists');
      users.ensure(call.by, identity);
      return { status: 201, body: show(call)(users.update(call.by, identity, readUser(call.request))) };
    }),
    ...route('GET', ONE, (call) => ({
      status: 200,
      body: show(call)(users.get(pathSid(call.request, 'user'))),
    })),
    ...route('POST', ONE, (call) => {
      const user = users.update(call.by, pathSid(call.request, 'user'), readUser(call.request));
      return { status: 200, body: show(call)(user) };
    }),
  ];
}
