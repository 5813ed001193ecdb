import path from 'node:path';
import { createClient, type Client } from '@patchbay/shared/client';
import { answerOf, startFunctions, type Answer } from '@patchbay/shared/testing/functions';
import { startCentre, type Centre } from './centre';

/** The functions as they are deployed: bundled and minified. */
export const FOLDER = path.resolve(__dirname, '../../dist/functions');
export const FLEX_ORIGIN = 'https://flex.twilio.com';

/** The service over HTTP under Twilio's local runtime, in this process, with Flex Insights behind it. */
export interface Service {
  readonly centre: Centre;
  readonly url: string;
  /** A JSON POST with the user's token in its body; null sends none. */
  post(path: string, body: object, as?: string | null): Promise<Answer>;
  /** A GET; the user's token as a bearer. */
  get(pathAndQuery: string, as?: string | null): Promise<Answer>;
  clientOf(name: string): Client;
  stop(): Promise<void>;
}

type Options = Parameters<typeof startCentre>[0];
type Env = Readonly<Record<string, string>>;

/** Time as the functions know it: they have no other clock than the machine's. */
export async function startService(
  options: Options = {},
  env: (centre: Centre) => Env = () => ({}),
): Promise<Service> {
  const centre = await startCentre({ mode: 'running', ...options });
  const functions = await startFunctions({ folder: FOLDER, env: { ...centre.env, ...env(centre) } });
  const { url } = functions;
  return {
    centre,
    url,
    post: (to, body, as = 'ann') =>
      answerOf(
        fetch(url + to, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: FLEX_ORIGIN },
          body: JSON.stringify(as === null ? body : { ...body, Token: centre.tokenOf(as) }),
        }),
      ),
    get: (to, as = 'ann') =>
      answerOf(
        fetch(url + to, {
          headers: {
            Origin: FLEX_ORIGIN,
            ...(as === null ? {} : { Authorization: `Bearer ${centre.tokenOf(as)}` }),
          },
        }),
      ),
    clientOf: (name) => createClient({ baseUrl: url, token: () => centre.tokenOf(name) }),
    async stop() {
      await functions.stop();
      await centre.stop();
    },
  };
}
