/** Named timers of which each runs once. */
export interface Timers {
  /** Runs `run` after `ms`, in place of what the name was set for before. */
  readonly set: (name: string, ms: number, run: () => void) => void;
  readonly clear: () => void;
}

/** A set of timers that can be cleared at once. */
export function createTimers(): Timers {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    set: (name, ms, run) => {
      clearTimeout(running.get(name));
      running.set(
        name,
        setTimeout(() => {
          running.delete(name);
          run();
        }, ms),
      );
    },
    clear: () => {
      running.forEach(clearTimeout);
      running.clear();
    },
  };
}
