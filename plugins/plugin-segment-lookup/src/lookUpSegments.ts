import type * as Flex from '@twilio/flex-ui';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { createFlexClient, type LiveSettings, type Speech } from '@patchbay/plugin-kit';
import { createLookups } from './lookup/createLookups';
import { ATTEMPTS } from './lookup/rhythm';
import type { Settings } from './settings';
import type { StringKey } from './strings';
import { addViews } from './views/addViews';
import { copyText } from './views/copyText';

interface Means {
  readonly flex: typeof Flex;
  readonly manager: Flex.Manager;
  readonly settings: LiveSettings<Settings>;
  readonly say: Speech<StringKey>;
}

/** Offers the lookup in this page from now on. Returns the way to stop. */
export function lookUpSegments({ flex, manager, settings, say }: Means): () => void {
  const lookups = createLookups((onRetry) => {
    const current = settings.current();
    if (current === undefined) return undefined;
    return createFlexClient(manager, { baseUrl: current.url, rhythm: { attempts: ATTEMPTS }, onRetry });
  });

  flex.setProviders({ PasteThemeProvider: CustomizationProvider });
  const removeViews = addViews(flex, { lookups, settings, say, now: () => Date.now(), copy: copyText });
  return () => {
    removeViews();
    lookups.stop();
  };
}
