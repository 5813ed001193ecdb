import type { Reading } from './readFeature';
import type { Live } from './useLive';

/** The settings as they are at the moment, undefined while the plugin is switched off, and word of their changes. */
export interface LiveSettings<Settings> extends Live {
  readonly current: () => Settings | undefined;
}

/** Settings that `read` reads, and of which `watch` says when they may have changed, until `stop`. */
export function liveSettings<Settings>(
  read: () => Reading<Settings>,
  watch: (listener: () => void) => () => void,
): LiveSettings<Settings> & { readonly stop: () => void } {
  const listeners = new Set<() => void>();
  const stop = watch(() => {
    listeners.forEach((tell) => {
      tell();
    });
  });
  return {
    stop,
    current: () => {
      const reading = read();
      return reading.kind === 'on' ? reading.settings : undefined;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
