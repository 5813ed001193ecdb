import { notFound, TwilioError } from '../../kernel/twilioError';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import type { ConversationEngine, Source } from '../engine';

/** What the REST routes share. */
export interface RestContext {
  readonly accountSid: string;
  /** The one Conversations service there is; its conversations are also those of the URLs without a service. */
  readonly serviceSid: string;
  readonly messagingServiceSid: string;
  readonly engine: ConversationEngine;
}

/** A request under `/v1` or `/v1/Services/{IS}`. */
export interface RestCall {
  readonly request: TwilioRequest;
  readonly by: Source;
  /** What URLs of the answer start with: the resources of a service are named under it. */
  readonly base: string;
  /** The service's SID where the path has one: Twilio shows it there only. */
  readonly serviceSid: string | undefined;
}

type Handle = (call: RestCall) => Reply;

export type DefineRoute = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  handle: Handle,
) => readonly Route[];

const ORIGIN = 'https://conversations.twilio.com/v1';

/** Makes a route twice: of the account's default service and of the service by its SID. */
export const defineRoutes =
  ({ serviceSid }: RestContext): DefineRoute =>
  (method, path, handle) => {
    const bySid = (request: TwilioRequest): RestCall => {
      const asked = request.params['serviceSid'];
      if (asked !== serviceSid) throw notFound(`/Services/${asked ?? ''}`);
      return { request, by: sourceOf(request), base: `${ORIGIN}/Services/${serviceSid}`, serviceSid };
    };
    return [
      {
        method,
        pattern: `/v1${path}`,
        handle: (request) => handle({ request, by: sourceOf(request), base: ORIGIN, serviceSid: undefined }),
      },
      { method, pattern: `/v1/Services/:serviceSid${path}`, handle: (request) => handle(bySid(request)) },
    ];
  };

/** REST changes fire webhooks only when they ask for it. */
const sourceOf = ({ headers }: TwilioRequest): Source => ({
  type: 'API',
  webhooks: headers['x-twilio-webhook-enabled'] === 'true',
});

/** Refuses loudly what would otherwise be silently left out. */
export function refuseUnsupported({ form }: TwilioRequest, names: readonly string[]): void {
  const asked = names.find((name) => form.has(name));
  if (asked !== undefined)
    throw new TwilioError(501, 20501, `The local Twilio does not know the parameter ${asked}`);
}
