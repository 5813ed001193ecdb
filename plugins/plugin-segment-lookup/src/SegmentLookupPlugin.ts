import type * as Flex from '@twilio/flex-ui';
import { FlexPlugin } from '@twilio/flex-plugin';
import {
  begin,
  createSpeech,
  oncePerPage,
  registerNotification,
  settingsSources,
  watchSettings,
} from '@patchbay/plugin-kit';
import { liveSettings } from './liveSettings';
import { lookUpSegments } from './lookUpSegments';
import { notification, UNUSABLE_ID } from './notifications';
import { readLookupSettings } from './settings';
import { strings } from './strings';

/** Shows the Flex Insights segment IDs of tasks. */
export default class SegmentLookupPlugin extends FlexPlugin {
  constructor() {
    super('SegmentLookupPlugin');
  }

  override init(flex: typeof Flex, manager: Flex.Manager): void {
    const read = () => readLookupSettings(settingsSources(manager), process.env.FLEX_APP_SEGMENT_LOOKUP_URL);

    oncePerPage('segment-lookup', () => {
      const settings = liveSettings(read, (listener) => watchSettings(manager, listener));
      begin({
        read,
        start: () => lookUpSegments({ flex, manager, settings, say: createSpeech(manager, strings) }),
        complain: (names) => {
          createSpeech(manager, strings);
          registerNotification(flex.Notifications, notification(flex.NotificationType));
          flex.Notifications.showNotification(UNUSABLE_ID, { names: names.join(', ') });
        },
        watch: settings.subscribe,
      });
    });
  }
}
