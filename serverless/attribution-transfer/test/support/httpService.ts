import type { LocalTwilioOptions } from '@patchbay/emulator';
import { subscribe } from '@patchbay/emulator/testing';
import { createClient, type Client, type ClientOptions } from '@patchbay/shared/client';
import { attributionWorkspace } from '../../src/workspace';
import { COMPANIES, startCentre, type Centre } from './centre';
import { startFunctions } from './httpFunctions';
import { openPage, type Page } from './httpPages';

/** The service over HTTP, with a contact centre on a local Twilio behind it. */
export interface HttpService {
  readonly centre: Centre;
  readonly url: string;
  /** The typed client of a page whose user this is. */
  clientOf(name: string, options?: Partial<ClientOptions>): Client;
  tokenOf(name: string): string;
  /** An agent's page; closed with the service. */
  openPage(name: string): Promise<Page>;
  /** A JSON POST, its token in the body, as a page of Flex sends it; `as` null sends none. */
  post(path: string, body: object, as?: string | null): Promise<Response>;
  /** Has Event Streams deliver TaskRouter's events to the service, as provisioned. */
  subscribe(options?: { readonly batches: boolean }): Promise<void>;
  /** Resolves when every event so far has been delivered, and those that this caused. */
  settleEvents(): Promise<void>;
  stop(): Promise<void>;
}

export const FLEX_ORIGIN = 'https://flex.twilio.com';

/** Time as the functions know it: what TaskRouter says of a transfer counts only if it happened after its attempt began. */
export const MACHINE_TIME: LocalTwilioOptions = { mode: 'running' };

export async function startService(
  options: LocalTwilioOptions = {},
  env: Readonly<Record<string, string>> = {},
): Promise<HttpService> {
  const centre = await startCentre(options);
  const functions = await startFunctions({ ...centre.env, ...env });
  const tokenOf = (name: string): string => {
    const identity = centre.sids.identities[name];
    if (identity === undefined) throw new Error(`Nobody is called ${name}`);
    return identity.token;
  };
  const pages: Page[] = [];
  return {
    centre,
    url: functions.url,
    tokenOf,
    async openPage(name) {
      const page = await openPage(centre, name, tokenOf(name));
      pages.push(page);
      return page;
    },
    clientOf: (name, more = {}) =>
      createClient({ baseUrl: functions.url, token: () => tokenOf(name), ...more }),
    post: (path, body, as = 'carol') =>
      fetch(functions.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: FLEX_ORIGIN },
        body: JSON.stringify(as === null ? body : { ...body, Token: tokenOf(as) }),
      }),
    subscribe: ({ batches } = { batches: false }) => subscribeAt(functions.url, centre, batches),
    settleEvents: () => settleEvents(centre),
    async stop() {
      for (const page of pages) page.close();
      await functions.stop();
      await centre.stop();
    },
  };
}

function subscribeAt(url: string, { client, env }: Centre, batches: boolean): Promise<void> {
  const destination = `${url.replace('//', `//${env['EVENTS_BASIC_AUTH'] ?? ''}@`)}/attribution-task-events`;
  return subscribe(client, destination, attributionWorkspace(COMPANIES).events, batches);
}

/** More than the longest pause before a redelivery and the widest window a fault opens. */
const STEP_MS = 2_000;
const MAX_STEPS = 100;

/** The clock waits for the deliveries that fall due; what they cause falls due after them. */
async function settleEvents({ local }: Centre): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { sequence } = local.journal;
    await local.clock.advance(STEP_MS);
    if (local.journal.sequence === sequence) return;
  }
  throw new Error('The events do not come to rest');
}
