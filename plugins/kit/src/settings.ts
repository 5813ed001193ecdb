import type { Manager } from '@twilio/flex-ui';
import * as z from 'zod/mini';
import { flexToken, type LoggedIn } from './flexToken';

const Attributes = z.record(z.string(), z.unknown());

/**
 * What Flex's configuration says about a feature, under `patchbay` in each source; later sources win. Read it anew for every
 * decision: an administrator may have changed it.
 */
export const readSettings = (
  sources: readonly object[],
  feature: string,
): Readonly<Record<string, unknown>> =>
  sources
    .map((source) => settingsIn(source, feature))
    .reduce((settings, over) => ({ ...settings, ...over }), {});

/** Where settings are: `appConfig.js` of a page, and over it `ui_attributes` of the account as Flex fetched them last. */
export const settingsSources = ({ configuration, serviceConfiguration }: Configured): readonly object[] => [
  configuration,
  serviceConfiguration.ui_attributes,
];

/** Of Flex's manager, where the configuration is. */
export interface Configured {
  readonly configuration: object;
  readonly serviceConfiguration: { readonly ui_attributes: object };
}

function settingsIn(source: object, feature: string): Readonly<Record<string, unknown>> {
  const ours = Attributes.safeParse('patchbay' in source ? source.patchbay : undefined);
  const settings = Attributes.safeParse(ours.success ? ours.data[feature] : undefined);
  return settings.success ? settings.data : {};
}

/** Of Flex's manager, what fetches it. */
export type Refreshable = Pick<Manager, 'fetchConfiguration'> & LoggedIn;

/** How often a page looks whether an administrator has changed the configuration. */
const EVERY_MS = 5 * 60_000;

/** Has Flex fetch its configuration now and then, and tells when that was. Returns the way to stop. */
export function watchSettings(manager: Refreshable, onFetched: () => void, everyMs = EVERY_MS): () => void {
  const timer = setInterval(() => {
    // Flex would log an error each time.
    if (!navigator.onLine || flexToken(manager) === '') return;
    // What could not be fetched stays as it was; Flex itself tells the agent when it is cut off.
    manager.fetchConfiguration().then(onFetched, () => undefined);
  }, everyMs);
  return () => {
    clearInterval(timer);
  };
}
