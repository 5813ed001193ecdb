import type * as Flex from '@twilio/flex-ui';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { connectService, openDirectory, taskRouterNames, type Speech } from '@patchbay/plugin-kit';
import { equipAccepts } from './accept/equipAccepts';
import { connectFlex } from './flex/connectFlex';
import { registerPingChannel } from './flex/registerPingChannel';
import type { PageLoad } from './flex/watchReadiness';
import { observeTasks } from './observeTasks';
import { createAnswers } from './offers/createAnswers';
import { inOneTab } from './offers/inOneTab';
import { createOverseer } from './oversee/createOverseer';
import { createPresences } from './presence/createPresences';
import { interceptLeaving } from './presence/interceptLeaving';
import { createRecoveries } from './recovery/createRecoveries';
import { holdWrapUp } from './recovery/holdWrapUp';
import { callbackAddress, type Settings } from './settings';
import type { StringKey } from './strings';
import { addViews } from './views/addViews';

interface Means {
  readonly flex: typeof Flex;
  readonly manager: Flex.Manager;
  readonly load: PageLoad;
  readonly say: Speech<StringKey>;
  /** Undefined while the plugin is switched off: then nothing new begins, and what has begun goes on to its end. */
  readonly settings: () => Settings | undefined;
}

/** Has calls of agents who drop recovered from now on. Returns the way to stop; Flex can't forget a replaced action. */
export function recoverCalls({ flex, manager, load, say, settings }: Means, first: Settings): () => void {
  const service = connectService(manager, settings, first);
  const isOn = () => settings() !== undefined;
  const ports = connectFlex(flex, manager, load);
  const presences = createPresences({ flex: ports, service });
  const answers = createAnswers({ flex: ports, inOneTab });
  const recoveries = createRecoveries({ flex: ports, service });
  const overseer = createOverseer(
    () => (isOn() ? service() : undefined),
    () => Date.now(),
  );

  flex.setProviders({ PasteThemeProvider: CustomizationProvider });
  registerPingChannel(flex);
  equipAccepts(flex, () => {
    const current = settings();
    return current && callbackAddress(current);
  });
  interceptLeaving(flex.Actions, { flex: ports, presences, isOn });
  holdWrapUp(flex.Actions, { flex: ports, recoveries });
  const removeViews = addViews(flex, {
    recoveries,
    overseer,
    say,
    directory: openDirectory(taskRouterNames(manager)),
    roles: manager.user.roles,
  });
  const stopObserving = observeTasks({ flex: ports, presences, answers, recoveries, isOn });
  return () => {
    stopObserving();
    removeViews();
    presences.machines.stop();
    answers.stop();
    recoveries.stop();
    overseer.stop();
  };
}
