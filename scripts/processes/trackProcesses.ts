import type { RunningProcess } from './startProcess';

/** Processes to kill when all of it stops; forgotten when they end by themselves. */
export interface TrackedProcesses {
  readonly add: (process: RunningProcess) => void;
  readonly killAll: () => Promise<void>;
}

export function trackProcesses(): TrackedProcesses {
  const running = new Set<RunningProcess>();
  return {
    add(started) {
      running.add(started);
      void started.ended.then(() => running.delete(started));
    },
    killAll: async () => {
      await Promise.all([...running].map((started) => started.kill()));
    },
  };
}
