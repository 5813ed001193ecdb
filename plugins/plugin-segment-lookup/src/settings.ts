import { readFeature, serviceSettings, type Reading } from '@patchbay/plugin-kit';
import * as z from 'zod/mini';

const Settings = z.object(serviceSettings);
export type Settings = z.infer<typeof Settings>;

/** The plugin's settings as they are now: the build's address, and over it Flex's configuration. */
export const readLookupSettings = (
  sources: readonly object[],
  builtUrl: string | undefined,
): Reading<Settings> => readFeature(Settings, sources, 'segmentLookup', builtUrl);
