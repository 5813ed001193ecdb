import { readFeature, serviceSettings, type Reading } from '@patchbay/plugin-kit';
import * as z from 'zod/mini';

const Settings = z.object({
  ...serviceSettings,
  /** Where Twilio reaches the service, where that is another address than the page's. */
  publicUrl: z.optional(serviceSettings.url),
});
export type Settings = z.infer<typeof Settings>;

/** The plugin's settings as they are now: the build's domain, and over it Flex's configuration. */
export const readRecoverySettings = (
  sources: readonly object[],
  builtDomain: string | undefined,
): Reading<Settings> => readFeature(Settings, sources, 'disconnectRecovery', addressOf(builtDomain));

/** Where Twilio sends its callbacks. */
export const callbackAddress = ({ url, publicUrl }: Settings): string => publicUrl ?? url;

/** A domain as `twilio serverless:deploy` prints it, or an address. */
const addressOf = (domain: string | undefined): string | undefined =>
  domain === undefined || domain === '' || domain.includes('://') ? domain : `https://${domain}`;
