import { createLocalTwilio, type LocalTwilio } from '../../createLocalTwilio';
import type { FlexSettingsChange } from '../../flex/settings/flexSettings';
import { createAdminClient } from './adminClient';
import { assembleCentre } from './assembleCentre';
import type { ContactCentre, ContactCentreOptions } from './contactCentre';
import { launchChromium } from './launchChromium';

/** A page for every identity the scenario has, unless the caller says which. */
function flexOf({ scenario, flex }: ContactCentreOptions): FlexSettingsChange {
  const names = scenario?.identities?.map(({ identity }) => identity) ?? [];
  return { pages: Object.fromEntries(names.map((identity) => [identity, { identity }])), ...flex };
}

/**
 * Opens a contact centre: a local Twilio with Flex pages, and a headless Chromium to see them in. Rejects with what to
 * install when there is no Chromium.
 */
export async function openContactCentre(options: ContactCentreOptions = {}): Promise<ContactCentre> {
  const { scenario } = options;
  if (options.origin !== undefined && scenario)
    throw new Error(
      'A scenario is set up in a local Twilio that is started here: give an origin or a scenario.',
    );
  const started: LocalTwilio | undefined =
    options.origin === undefined ? await createLocalTwilio() : undefined;
  const origin = options.origin ?? started?.origin ?? '';
  try {
    const seeded = scenario && (await started?.seed(scenario));
    await createAdminClient(origin).post('flex', flexOf(options));
    const browser = await launchChromium();
    const close = async (): Promise<void> => {
      try {
        await browser.close();
      } finally {
        await started?.stop();
      }
    };
    return { ...assembleCentre(origin, browser, options, close), seeded };
  } catch (error) {
    await started?.stop();
    throw error;
  }
}
