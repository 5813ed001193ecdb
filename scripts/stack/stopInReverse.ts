/** Collects what has to be undone, and undoes it once, the last thing first, all of it even if a part fails. */
export function stopInReverse(): { add: (stop: () => Promise<void>) => void; stop: () => Promise<void> } {
  const steps: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
  };
  return {
    add: (step) => steps.push(step),
    stop: () => (stopping ??= run()),
  };
}
