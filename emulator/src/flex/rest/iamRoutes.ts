import { requireUser } from '../../iam/requireUser';
import { isObject } from '../../kernel/isObject';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { invalid, notFound, TwilioError } from '../../kernel/twilioError';
import { isLoopback } from '../../kernel/twilioHost';
import type { FlexContext } from '../flexContext';
import { renew, showSession } from './tokenInfo';

/** A text of the JSON body. Throws 400/20001 without it. */
function textIn({ json }: TwilioRequest, name: string): string {
  const value = isObject(json) ? json[name] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`Missing required parameter ${name} in the post body`);
}

/** The pages of this machine are the only places to come back to; 70002 is "untrusted domain". */
function readReturnAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' && isLoopback(url.hostname)) return url;
  throw new TwilioError(400, 70002, 'The domain of the resource is not trusted');
}

/** What Flex UI asks of `iam.twilio.com` to sign a user in and to keep him signed in. */
export function flexIamRoutes(context: FlexContext): readonly Route[] {
  const { accountSid } = context;
  const ofThisAccount =
    (handle: Route['handle']): Route['handle'] =>
    (request) => {
      if (pathSid(request, 'accountSid') !== accountSid) throw notFound(request.path);
      return handle(request);
    };

  return [
    {
      method: 'POST',
      pattern: '/v1/Accounts/:accountSid/authenticate',
      auth: 'none',
      body: 'json',
      // The identity provider is a page of the same origin, which signs its own user in.
      handle: ofThisAccount((request) => {
        const back = readReturnAddress(textIn(request, 'resource'));
        const location = new URL('/_flex/sign-in', back);
        location.searchParams.set('return', back.href);
        return { status: 200, body: { location: location.href } };
      }),
    },
    {
      method: 'POST',
      pattern: '/v1/Accounts/:accountSid/Tokens/refresh',
      auth: 'none',
      body: 'json',
      handle: ofThisAccount((request) => {
        const user = requireUser(context, textIn(request, 'token'));
        return { status: 200, body: showSession(context, renew(context, user)) };
      }),
    },
  ];
}
