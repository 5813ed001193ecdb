export interface Lifetime {
  /** Takes what undoes a step; what comes after the end is undone at once. */
  readonly add: (stop: () => Promise<void>) => void;
  /** Undoes all of it; calling it again waits for the same end. */
  readonly stop: () => Promise<void>;
}

/** Collects what has to be undone, and undoes it once, the last thing first, all of it even if a part fails. */
export function stopInReverse(): Lifetime {
  const steps: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  let over = false;
  const run = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    over = true;
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
  };
  return {
    add: (step) => {
      if (over) step().catch(() => undefined);
      else steps.push(step);
    },
    stop: () => (stopping ??= run()),
  };
}
