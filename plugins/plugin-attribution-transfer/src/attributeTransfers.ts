import type * as Flex from '@twilio/flex-ui';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { connectService, openDirectory, pageName, taskRouterNames, type Speech } from '@patchbay/plugin-kit';
import { connectFlex } from './flex/connectFlex';
import { registerChannel } from './flex/registerChannel';
import { observeTasks } from './observeTasks';
import { interceptAccepts } from './receive/interceptAccepts';
import { createReceiver } from './receive/receiver';
import { interceptTransfers } from './send/interceptTransfers';
import { createSender } from './send/sender';
import { keepWithdrawals } from './send/withdrawals';
import type { Settings } from './settings';
import type { StringKey } from './strings';
import { addViews } from './views/addViews';

interface Means {
  readonly flex: typeof Flex;
  readonly manager: Flex.Manager;
  readonly say: Speech<StringKey>;
  /** Undefined while the plugin is switched off: then nothing new begins, and what has begun goes on to its end. */
  readonly settings: () => Settings | undefined;
}

/** Has transfers to queues attributed from now on. Returns the way to stop watching; Flex can't forget a replaced action. */
export function attributeTransfers({ flex, manager, say, settings }: Means, first: Settings): () => void {
  const service = connectService(manager, settings, first);
  const ports = connectFlex(flex, manager);
  const now = () => Date.now();
  const sender = createSender({
    flex: ports,
    service,
    now,
    newKey: () => crypto.randomUUID(),
    pageName,
    withdrawals: keepWithdrawals(() => localStorage),
  });
  const receiver = createReceiver({ flex: ports, service });

  flex.setProviders({ PasteThemeProvider: CustomizationProvider });
  registerChannel(flex, (uniqueName) => uniqueName === service().settings.taskChannel);
  const overseen = () => (settings() === undefined ? undefined : service());
  addViews(flex, { sender, receiver, overseen, say, directory: openDirectory(taskRouterNames(manager)) });
  interceptTransfers(flex.Actions, { flex: ports, sender, settings });
  interceptAccepts(flex.Actions, { flex: ports, receiver });
  return observeTasks({ flex: ports, sender, receiver, settings, now });
}
