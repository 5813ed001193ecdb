import type { Manager } from '@twilio/flex-ui';
import type { Agent } from './ports';

/** Whether a page has been loaded, plugins and all. */
export interface PageLoad {
  readonly isOver: () => boolean;
  readonly then: (listener: () => void) => void;
}

/** Should Flex ever not say so: a caller waits on the line. */
const LOADED_AFTER_MS = 5_000;

/** Watches over the load of this page; to be begun while Flex is still starting the plugins. */
export function watchLoad(manager: Pick<Manager, 'events'>): PageLoad {
  let isOver = false;
  const listeners: (() => void)[] = [];
  const finish = () => {
    if (isOver) return;
    isOver = true;
    listeners.splice(0).forEach((tell) => {
      tell();
    });
  };
  manager.events.addListener('pluginsInitialized', finish);
  setTimeout(finish, LOADED_AFTER_MS);
  return {
    isOver: () => isOver,
    then: (listener) => {
      if (isOver) listener();
      else listeners.push(listener);
    },
  };
}

/** Whether calls can ring in this page: it is fully there, and so is its voice device, unless the agent has a telephone. */
export function watchReadiness(
  manager: Pick<Manager, 'voiceClient'>,
  load: PageLoad,
  phone: Agent['phone'] | undefined,
) {
  const device = deviceOf(manager);
  return {
    isReady: () => load.isOver() && (phone === 'telephone' || isRegistered(device)),
    onReady: (listener: () => void): (() => void) => {
      load.then(listener);
      device?.on('registered', listener);
      return () => {
        device?.off('registered', listener);
      };
    },
  };
}

// The SDK's own enumeration is no part of what Flex exports.
const isRegistered = (device: Manager['voiceClient'] | undefined): boolean =>
  String(device?.state) === 'registered';

/** Undefined where Flex runs without browser voice. */
const deviceOf = ({ voiceClient }: Pick<Manager, 'voiceClient'>): Manager['voiceClient'] | undefined =>
  voiceClient;
