import * as z from 'zod/mini';
import { readSettings } from './settings';

const Flag = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((text) => text === 'true'),
  ),
]);

/** What every plugin's settings have. */
export const serviceSettings = {
  /** The service's address. */
  url: z.string().check(z.regex(/^https?:\/\/[^\s?#]+$/)),
  enabled: z._default(Flag, true),
};

/** What a plugin is to do: nothing by an administrator's wish, nothing because something is wrong, or this. */
export type Reading<Settings> =
  | { readonly kind: 'off' }
  | { readonly kind: 'unusable'; readonly names: readonly string[] }
  | { readonly kind: 'on'; readonly settings: Settings };

/** A plugin's settings as they are now: the build's address, and over it Flex's configuration of the feature. */
export function readFeature<Settings extends { readonly enabled: boolean }>(
  schema: z.ZodMiniType<Settings>,
  sources: readonly object[],
  feature: string,
  builtUrl: string | undefined,
): Reading<Settings> {
  const configured = readSettings(sources, feature);
  const parsed = schema.safeParse({ ...(builtUrl ? { url: builtUrl } : {}), ...configured });
  if (parsed.success) return parsed.data.enabled ? { kind: 'on', settings: parsed.data } : { kind: 'off' };
  // Switched off is switched off, whatever else is wrong.
  const enabled = Flag.safeParse(configured.enabled);
  if (enabled.success && !enabled.data) return { kind: 'off' };
  return { kind: 'unusable', names: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
}
