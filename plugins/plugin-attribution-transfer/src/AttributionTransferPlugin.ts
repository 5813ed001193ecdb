import type * as Flex from '@twilio/flex-ui';
import { FlexPlugin } from '@twilio/flex-plugin';
import {
  begin,
  createSpeech,
  oncePerPage,
  registerNotification,
  settingsSources,
  watchSettings,
  type Speech,
} from '@patchbay/plugin-kit';
import { attributeTransfers } from './attributeTransfers';
import { notifications, UNUSABLE_ID } from './notifications';
import { readTransferSettings } from './settings';
import { strings, type StringKey } from './strings';
import { createFailureNotice } from './views/createFailureNotice';

/** Has an agent's transfers of calls to queues attributed to outsourcing companies. */
export default class AttributionTransferPlugin extends FlexPlugin {
  constructor() {
    super('AttributionTransferPlugin');
  }

  override init(flex: typeof Flex, manager: Flex.Manager): void {
    const read = () =>
      readTransferSettings(settingsSources(manager), process.env.FLEX_APP_ATTRIBUTION_TRANSFER_URL);
    let speech: Speech<StringKey> | undefined;
    const say = () => (speech ??= speak(flex, manager));

    oncePerPage('attribution-transfer', () => {
      begin({
        read,
        start: (first) =>
          attributeTransfers({ flex, manager, say: say(), settings: () => settingsIn(read()) }, first),
        complain: (names) => {
          say();
          flex.Notifications.showNotification(UNUSABLE_ID, { names: names.join(', ') });
        },
        watch: (listener) => watchSettings(manager, listener),
      });
    });
  }
}

const settingsIn = (reading: ReturnType<typeof readTransferSettings>) =>
  reading.kind === 'on' ? reading.settings : undefined;

/** Gives Flex the plugin's texts and notifications. */
function speak(flex: typeof Flex, manager: Flex.Manager): Speech<StringKey> {
  const say = createSpeech(manager, strings);
  for (const notification of notifications(flex.NotificationType, createFailureNotice(flex, say))) {
    registerNotification(flex.Notifications, notification);
  }
  return say;
}
