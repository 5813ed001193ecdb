import type * as Flex from '@twilio/flex-ui';
import { FlexPlugin } from '@twilio/flex-plugin';
import { oncePerPage, runPlugin } from '@patchbay/plugin-kit';
import { attributeTransfers } from './attributeTransfers';
import { notifications, UNUSABLE_ID } from './notifications';
import { readTransferSettings } from './settings';
import { strings } from './strings';
import { createFailureNotice } from './views/createFailureNotice';

/** Has an agent's transfers of calls to queues attributed to outsourcing companies. */
export default class AttributionTransferPlugin extends FlexPlugin {
  constructor() {
    super('AttributionTransferPlugin');
  }

  override init(flex: typeof Flex, manager: Flex.Manager): void {
    oncePerPage('attribution-transfer', () => {
      runPlugin(flex.Notifications, manager, {
        strings,
        notifications: (say) => notifications(flex.NotificationType, createFailureNotice(flex, say)),
        unusableId: UNUSABLE_ID,
        read: (sources) => readTransferSettings(sources, process.env.FLEX_APP_ATTRIBUTION_TRANSFER_URL),
        start: ({ say, settings }, first) =>
          attributeTransfers({ flex, manager, say, settings: settings.current }, first),
      });
    });
  }
}
