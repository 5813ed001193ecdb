import { requireUser } from '../../iam/requireUser';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import type { FlexContext } from '../flexContext';

/** The SDK's own telemetry is off: its receivers aren't Twilio's. */
const ALWAYS_ON = ['disable-flex-sdk-telemetry-beta'];

const ok = (body: unknown): Reply => ({ status: 200, body });

/** Where a page finds a plugin's bundle; relative, so that each page loads it from its own origin. */
export const pluginPath = (name: string): string => `/_flex/plugins/${encodeURIComponent(name)}.js`;

/** The token, under the name that `flex.twilio.com` reads it by. */
function userOf(context: FlexContext, { headers }: TwilioRequest) {
  const token = headers['x-flex-jwe'];
  return requireUser(context, typeof token === 'string' ? token : null);
}

/** `flex.twilio.com`: feature flags, the plugins to load, and a sink for the UI's own logs. */
export function hostedFlexRoutes(context: FlexContext): readonly Route[] {
  const { settings } = context;
  const features = (): readonly string[] => [...ALWAYS_ON, ...settings.current().features];
  const signedIn =
    (answer: (request: TwilioRequest) => unknown): Route['handle'] =>
    (request) => {
      userOf(context, request);
      return ok(answer(request));
    };

  return [
    {
      method: 'GET',
      pattern: '/api/v1/Session',
      auth: 'none',
      body: 'any',
      handle: signedIn(() => ({
        features: features().map((id) => ({
          id,
          enabled: true,
          name: id,
          description: '',
          stage: 'GA',
          doc_url: '',
        })),
        insights_active: false,
      })),
    },
    {
      method: 'GET',
      pattern: '/api/v1/Features/:feature',
      auth: 'none',
      body: 'any',
      handle: signedIn(({ params }) => ({
        enabled: features().includes(params['feature'] ?? ''),
      })),
    },
    {
      method: 'GET',
      pattern: '/plugins',
      auth: 'none',
      body: 'any',
      handle: signedIn(() =>
        // Phase 3 is Flex UI's for plugins of this account, loaded before the UI is drawn.
        settings
          .current()
          .plugins.map(({ name, version }) => ({ name, version, src: pluginPath(name), phase: 3 })),
      ),
    },
    { method: 'POST', pattern: '/logs/batch', auth: 'none', body: 'any', handle: signedIn(() => ({})) },
  ];
}
