import type { Client } from '@patchbay/shared/client';
import { createFlexClient } from './createFlexClient';
import type { LoggedIn } from './flexToken';

/** A plugin's service as it is configured at the moment. */
export interface Service<Settings> {
  readonly settings: Settings;
  readonly client: Client;
  /** For questions that are asked again anyway, and for what must not take long: tries once. */
  readonly once: Client;
}

/** The service by the settings there are, or else the last there were: what has begun can end when the plugin is switched off. */
export function connectService<Settings extends { readonly url: string }>(
  manager: LoggedIn,
  settings: () => Settings | undefined,
  first: Settings,
): () => Service<Settings> {
  let latest: Service<Settings> | undefined;
  return () => {
    const current = settings() ?? latest?.settings ?? first;
    const baseUrl = current.url;
    latest =
      latest?.settings.url === baseUrl
        ? { ...latest, settings: current }
        : {
            settings: current,
            client: createFlexClient(manager, { baseUrl }),
            once: createFlexClient(manager, { baseUrl, rhythm: { attempts: 1 } }),
          };
    return latest;
  };
}
