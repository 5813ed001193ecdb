import type { Platform } from '../../src/host';

export interface ManualPlatform extends Platform {
  readonly lines: readonly string[];
  /** Moves time and runs what is due. */
  advance(ms: number): void;
  /** How many tasks wait for their time. */
  waiting(): number;
}

/** A platform whose time moves only when told to. */
export function manualPlatform(): ManualPlatform {
  const lines: string[] = [];
  const timers = new Map<number, { readonly at: number; readonly task: () => void }>();
  let now = Date.UTC(2026, 0, 1);
  let count = 0;
  return {
    lines,
    clock: { now: () => now },
    ids: { next: () => `id-${String((count += 1)).padStart(8, '0')}` },
    schedule(ms, task) {
      const key = (count += 1);
      timers.set(key, { at: now + ms, task });
      return () => timers.delete(key);
    },
    write: (_level, line) => {
      lines.push(line);
    },
    advance(ms) {
      now += ms;
      for (const [key, { at, task }] of timers) {
        if (at > now) continue;
        timers.delete(key);
        task();
      }
    },
    waiting: () => timers.size,
  };
}
