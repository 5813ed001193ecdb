import type { KernelContext } from '../kernel/context';
import { isObject } from '../kernel/isObject';
import type { Product, Reply, TwilioRequest } from '../kernel/route';
import { invalid, TwilioError } from '../kernel/twilioError';
import type { IdentityDirectory } from './identities';

/** IAM answers 200 whatever it thinks of the token; `valid` says. Code 20101 is "Invalid Access Token". */
const refuse = (code: number, message: string): Reply => ({
  status: 200,
  body: {
    valid: false,
    code,
    message,
    expiration: null,
    realm_user_id: null,
    identity: null,
    roles: [],
    worker_sid: null,
  },
});

/**
 * `iam.twilio.com`: tells whether a Flex token is good, as `twilio-flex-token-validator` asks it. To play an
 * unreachable IAM, add a fault rule for host `iam`.
 */
export function iamProduct(context: KernelContext, identities: IdentityDirectory): Product {
  const validate = (request: TwilioRequest): Reply => {
    if (request.params['accountSid'] !== context.accountSid)
      throw new TwilioError(401, 20003, 'Authenticate');
    const token = isObject(request.json) ? request.json['token'] : undefined;
    if (token === undefined) throw invalid('Missing required parameter token in the post body');
    const identity = typeof token === 'string' ? identities.find(token) : undefined;
    if (!identity || identity.revoked) return refuse(20101, 'Invalid Access Token');
    if (identity.expiresAt <= context.clock.now()) {
      return refuse(20104, 'Access Token expired or expiration date invalid');
    }
    return {
      status: 200,
      body: {
        valid: true,
        code: 0,
        message: null,
        expiration: new Date(identity.expiresAt).toISOString(),
        realm_user_id: identity.identity,
        identity: identity.identity,
        roles: identity.roles,
        worker_sid: identity.workerSid ?? null,
      },
    };
  };

  return {
    name: 'iam',
    routes: [
      { method: 'POST', pattern: '/v1/Accounts/:accountSid/Tokens/validate', body: 'json', handle: validate },
    ],
  };
}
