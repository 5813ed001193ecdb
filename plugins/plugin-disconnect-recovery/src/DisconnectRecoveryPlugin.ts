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
import { watchLoad } from './flex/watchReadiness';
import { notifications, UNUSABLE_ID } from './notifications';
import { recoverCalls } from './recoverCalls';
import { readRecoverySettings } from './settings';
import { strings, type StringKey } from './strings';

/** Has the calls of agents who drop off recovered, and shows supervisors how. */
export default class DisconnectRecoveryPlugin extends FlexPlugin {
  constructor() {
    super('DisconnectRecoveryPlugin');
  }

  override init(flex: typeof Flex, manager: Flex.Manager): void {
    const read = () =>
      readRecoverySettings(
        settingsSources(manager),
        process.env.FLEX_APP_SERVERLESS_DOMAIN || process.env.REACT_APP_SERVERLESS_DOMAIN,
      );
    let speech: Speech<StringKey> | undefined;
    const say = () => (speech ??= speak(flex, manager));

    oncePerPage('disconnect-recovery', () => {
      const load = watchLoad(manager);
      begin({
        read,
        start: (first) =>
          recoverCalls({ flex, manager, load, say: say(), settings: () => settingsIn(read()) }, first),
        complain: (names) => {
          say();
          flex.Notifications.showNotification(UNUSABLE_ID, { names: names.join(', ') });
        },
        watch: (listener) => watchSettings(manager, listener),
      });
    });
  }
}

const settingsIn = (reading: ReturnType<typeof readRecoverySettings>) =>
  reading.kind === 'on' ? reading.settings : undefined;

/** Gives Flex the plugin's texts and notifications. */
function speak(flex: typeof Flex, manager: Flex.Manager): Speech<StringKey> {
  const say = createSpeech(manager, strings);
  for (const notification of notifications(flex.NotificationType)) {
    registerNotification(flex.Notifications, notification);
  }
  return say;
}
