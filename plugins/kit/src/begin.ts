import type { Reading } from './readFeature';

interface Means<Settings> {
  /** The settings as they are now. */
  readonly read: () => Reading<Settings>;
  /** Starts what the plugin does, with the settings there are first. Returns the way to stop. */
  readonly start: (first: Settings) => () => void;
  /** Says what is wrong with the settings. */
  readonly complain: (names: readonly string[]) => void;
  /** Told whenever the settings may have changed; returns the way to stop. */
  readonly watch: (listener: () => void) => () => void;
}

/**
 * Starts once the plugin is configured and switched on: now, or when an administrator does so. Until then nothing is
 * started, and what is wrong is said once. Returns the way to stop.
 */
export function begin<Settings>({ read, start, complain, watch }: Means<Settings>): () => void {
  let end: (() => void) | undefined;
  let hasComplained = false;
  const look = () => {
    const reading = read();
    if (reading.kind === 'on') end ??= start(reading.settings);
    if (reading.kind !== 'unusable' || hasComplained) return;
    hasComplained = true;
    complain(reading.names);
  };

  look();
  const unwatch = watch(look);
  return () => {
    unwatch();
    end?.();
  };
}
