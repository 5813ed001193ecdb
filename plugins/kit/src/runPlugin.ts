import type { Notification, Notifications } from '@twilio/flex-ui';
import { begin } from './begin';
import { liveSettings, type LiveSettings } from './liveSettings';
import type { Reading } from './readFeature';
import { registerNotification } from './registerNotification';
import { settingsSources, watchSettings, type Configured, type Refreshable } from './settings';
import { createSpeech, type Speech, type Strings } from './speech';

type Registry = Parameters<typeof registerNotification>[0] & Pick<typeof Notifications, 'showNotification'>;

/** What is a plugin's own about it. */
interface Feature<Settings, Key extends string> {
  readonly read: (sources: readonly object[]) => Reading<Settings>;
  readonly strings: Strings<Key>;
  /** Everything Flex's bar may say in the plugin's name. */
  readonly notifications: (say: Speech<Key>) => readonly Parameters<typeof registerNotification>[1][];
  /** The one for an administrator whose settings can't be used; it is given their `names`. */
  readonly unusableId: Notification['id'];
  /** Starts what the plugin does, with the settings there are first. Returns the way to stop. */
  readonly start: (
    means: { readonly say: Speech<Key>; readonly settings: LiveSettings<Settings> },
    first: Settings,
  ) => () => void;
}

/**
 * Runs a plugin by Flex's configuration, once it is configured and switched on. Flex gets its texts and notifications when it
 * starts or has something to complain about. Returns the way to stop.
 */
export function runPlugin<Settings, Key extends string>(
  registry: Registry,
  manager: Configured & Refreshable & { strings: object },
  feature: Feature<Settings, Key>,
): () => void {
  const read = () => feature.read(settingsSources(manager));
  const settings = liveSettings(read, (listener) => watchSettings(manager, listener));
  let speech: Speech<Key> | undefined;
  const say = () => (speech ??= speak());
  const speak = (): Speech<Key> => {
    const said = createSpeech(manager, feature.strings);
    for (const notification of feature.notifications(said)) registerNotification(registry, notification);
    return said;
  };

  const end = begin({
    read,
    start: (first) => feature.start({ say: say(), settings }, first),
    complain: (names) => {
      say();
      registry.showNotification(feature.unusableId, { names: names.join(', ') });
    },
    watch: settings.subscribe,
  });
  return () => {
    settings.stop();
    end();
  };
}
