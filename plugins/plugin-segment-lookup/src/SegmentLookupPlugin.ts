import type * as Flex from '@twilio/flex-ui';
import { FlexPlugin } from '@twilio/flex-plugin';
import { oncePerPage, runPlugin } from '@patchbay/plugin-kit';
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
    oncePerPage('segment-lookup', () => {
      runPlugin(flex.Notifications, manager, {
        strings,
        notifications: () => [notification(flex.NotificationType)],
        unusableId: UNUSABLE_ID,
        read: (sources) => readLookupSettings(sources, process.env.FLEX_APP_SEGMENT_LOOKUP_URL),
        start: (means) => lookUpSegments({ flex, manager, ...means }),
      });
    });
  }
}
