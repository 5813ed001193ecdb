import type { ContactCentre, FlexTab } from '@patchbay/emulator/browser';
import * as z from 'zod/mini';

const Settings = z.record(z.string(), z.unknown());
const Flex = z.object({
  uiAttributes: z.object({ patchbay: z.record(z.string(), Settings) }),
});

/** The plugins by the names under which Flex's configuration has their settings. */
export type ConfiguredPlugin = 'attributionTransfer' | 'segmentLookup' | 'disconnectRecovery';

/** Changes what Flex's configuration says to a plugin, for pages that look from now on. Returns the way back. */
export async function configurePlugin(
  centre: ContactCentre,
  plugin: ConfiguredPlugin,
  change: Readonly<Record<string, unknown>>,
): Promise<() => Promise<void>> {
  const response = await fetch(`${centre.origin}/_emulator/flex`, { signal: AbortSignal.timeout(10_000) });
  const { patchbay } = z.parse(Flex, await response.json()).uiAttributes;
  await centre.configureFlex({
    uiAttributes: { patchbay: { ...patchbay, [plugin]: { ...patchbay[plugin], ...change } } },
  });
  return () => centre.configureFlex({ uiAttributes: { patchbay } });
}

/** Has a page's Flex fetch its configuration now. */
export async function fetchConfiguration({ page }: FlexTab): Promise<void> {
  await page.evaluate('Twilio.Flex.Manager.getInstance().fetchConfiguration()');
}

/** Reloads a page so that its timers of five minutes and more can be run at once. Resolves to the way to do so. */
export async function holdSlowTimers(tab: FlexTab): Promise<() => Promise<void>> {
  const { page } = tab;
  await page.addInitScript({
    content: `
      const start = window.setInterval;
      window.slowTimers = [];
      window.setInterval = (run, ms, ...given) => {
        if (ms >= 300_000) window.slowTimers.push(() => run(...given));
        return start(run, ms, ...given);
      };`,
  });
  await tab.reload();
  return async () => {
    await page.evaluate(`
      window.knownConfiguration = Twilio.Flex.Manager.getInstance().serviceConfiguration;
      window.slowTimers.forEach((run) => run());`);
    await page.waitForFunction(
      'Twilio.Flex.Manager.getInstance().serviceConfiguration !== window.knownConfiguration',
    );
  };
}
