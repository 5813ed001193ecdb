import { requireUser } from '../../iam/requireUser';
import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import { invalid, notFound } from '../../kernel/twilioError';
import type { FlexContext } from '../flexContext';
import { showConfiguration, showPublicConfiguration } from './configuration';
import { showTokenInfo } from './tokenInfo';

const ok = (body: unknown): Reply => ({ status: 200, body });

/** `flex-api.twilio.com`: the configuration, the token's holder, and what the account has switched on (nothing). */
export function flexApiRoutes(context: FlexContext): readonly Route[] {
  const ofInstance = (request: TwilioRequest): void => {
    if (pathSid(request, 'instanceSid') !== context.sids.instanceSid) throw notFound(request.path);
  };
  const isThisAccount = (sid: string | null): boolean => sid === context.accountSid;

  return [
    {
      method: 'GET',
      pattern: '/v1/Configuration',
      auth: 'flex',
      handle: () => ok(showConfiguration(context)),
    },
    {
      method: 'GET',
      pattern: '/v1/Configuration/Public',
      auth: 'none',
      handle: ({ path, query }) => {
        const sid = query.get('AccountSid');
        if (sid !== null && !isThisAccount(sid)) throw notFound(path);
        return ok(showPublicConfiguration(context));
      },
    },
    {
      method: 'POST',
      pattern: '/v1/Accounts/:accountSid/Tokens/Info',
      // The token itself is what is asked about.
      auth: 'none',
      handle: (request) => {
        if (!isThisAccount(pathSid(request, 'accountSid'))) throw notFound(request.path);
        const token = request.form.get('Token');
        if (token === null) throw invalid('Missing required parameter Token in the post body');
        return ok(showTokenInfo(context, requireUser(context, token)));
      },
    },
    // Email isn't provisioned, teams and conversational insights aren't set up.
    {
      method: 'GET',
      pattern: '/v1/account/provision/status',
      auth: 'flex',
      handle: () =>
        ok({ status: 'inactive', url: 'https://flex-api.twilio.com/v1/account/provision/status' }),
    },
    {
      method: 'GET',
      pattern: '/v1/Instances/:instanceSid/Teams/Context',
      auth: 'flex',
      handle: (request) => {
        ofInstance(request);
        return ok({ team_setup_complete: false });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Instances/:instanceSid/Teams',
      auth: 'flex',
      handle: (request) => {
        ofInstance(request);
        return ok({ teams: [], meta: { key: 'teams', next_page_url: null } });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Instances/:instanceSid/Integrations/AiInsights',
      auth: 'flex',
      handle: (request) => {
        ofInstance(request);
        return ok({ enabled: false, time_zone: 'Etc/UTC' });
      },
    },
  ];
}
