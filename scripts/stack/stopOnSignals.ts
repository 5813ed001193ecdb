/** Exit codes by which shells know an interrupted process: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Stops cleanly when this process is asked to end, then ends it; a second signal ends it at once. Returns the way to undo. */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let stopping = false;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    const exit = (): void => {
      process.exit(EXIT_CODES[signal]);
    };
    if (stopping) exit();
    stopping = true;
    stop().then(exit, (error: unknown) => {
      console.error(error);
      exit();
    });
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
