import { readFeature, serviceSettings, type Reading } from '@patchbay/plugin-kit';
import { WorkflowSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

const Settings = z.object({
  ...serviceSettings,
  taskChannel: z._default(z.string(), 'bpo_assortment'),
  callChannel: z._default(z.string(), 'voice'),
  attributionWorkflowSid: z.optional(WorkflowSid),
});
export type Settings = z.infer<typeof Settings>;

/** The plugin's settings as they are now: the build's address, and over it Flex's configuration. */
export const readTransferSettings = (
  sources: readonly object[],
  builtUrl: string | undefined,
): Reading<Settings> => readFeature(Settings, sources, 'attributionTransfer', builtUrl);
