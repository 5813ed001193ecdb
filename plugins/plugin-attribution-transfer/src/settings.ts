import { readSettings } from '@patchbay/plugin-kit';
import { WorkflowSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

const Flag = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((text) => text === 'true'),
  ),
]);

const Settings = z.object({
  /** The service's address. */
  url: z.string().check(z.regex(/^https?:\/\/[^\s?#]+$/)),
  enabled: z._default(Flag, true),
  taskChannel: z._default(z.string(), 'bpo_assortment'),
  callChannel: z._default(z.string(), 'voice'),
  attributionWorkflowSid: z.optional(WorkflowSid),
});
export type Settings = z.infer<typeof Settings>;

/** What the plugin is to do: nothing by an administrator's wish, nothing because something is wrong, or this. */
export type Reading =
  | { readonly kind: 'off' }
  | { readonly kind: 'unusable'; readonly names: readonly string[] }
  | { readonly kind: 'on'; readonly settings: Settings };

/** The plugin's settings as they are now: the build's address, and over it Flex's configuration. */
export function readTransferSettings(sources: readonly object[], builtUrl: string | undefined): Reading {
  const configured = readSettings(sources, 'attributionTransfer');
  const parsed = Settings.safeParse({ ...(builtUrl ? { url: builtUrl } : {}), ...configured });
  if (parsed.success) return parsed.data.enabled ? { kind: 'on', settings: parsed.data } : { kind: 'off' };
  // Switched off is switched off, whatever else is wrong.
  const enabled = Flag.safeParse(configured.enabled);
  if (enabled.success && !enabled.data) return { kind: 'off' };
  return { kind: 'unusable', names: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
}
