import type { Stage } from '@patchbay/plugin-kit/browser';
import * as z from 'zod/mini';

export type RestoreConfiguration = () => Promise<void>;

const Settings = z.object({
  uiAttributes: z.object({ patchbay: z.record(z.string(), z.unknown()) }),
});

/** Changes the plugin's part of Flex's configuration, for pages opened from now on. Returns the way back. */
export async function configureLookup(
  { centre, stack }: Stage,
  segmentLookup: object,
): Promise<RestoreConfiguration> {
  const answer = await fetch(`${stack.twilio.origin}/_emulator/flex`, {
    signal: AbortSignal.timeout(10_000),
  });
  const { patchbay } = z.parse(Settings, await answer.json()).uiAttributes;
  await centre.configureFlex({ uiAttributes: { patchbay: { ...patchbay, segmentLookup } } });
  return () => centre.configureFlex({ uiAttributes: { patchbay } });
}
