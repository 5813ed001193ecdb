import type * as Flex from '@twilio/flex-ui';
import { FlexPlugin } from '@twilio/flex-plugin';
import { oncePerPage, runPlugin } from '@patchbay/plugin-kit';
import { watchLoad } from './flex/watchReadiness';
import { notifications, UNUSABLE_ID } from './notifications';
import { recoverCalls } from './recoverCalls';
import { readRecoverySettings } from './settings';
import { strings } from './strings';

/** Has the calls of agents who drop off recovered, and shows supervisors how. */
export default class DisconnectRecoveryPlugin extends FlexPlugin {
  constructor() {
    super('DisconnectRecoveryPlugin');
  }

  override init(flex: typeof Flex, manager: Flex.Manager): void {
    oncePerPage('disconnect-recovery', () => {
      const load = watchLoad(manager);
      runPlugin(flex.Notifications, manager, {
        strings,
        notifications: () => notifications(flex.NotificationType),
        unusableId: UNUSABLE_ID,
        read: (sources) =>
          readRecoverySettings(
            sources,
            process.env.FLEX_APP_SERVERLESS_DOMAIN || process.env.REACT_APP_SERVERLESS_DOMAIN,
          ),
        start: ({ say, settings }, first) =>
          recoverCalls({ flex, manager, load, say, settings: settings.current }, first),
      });
    });
  }
}
